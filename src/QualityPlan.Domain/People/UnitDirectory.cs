using QualityPlan.Domain.Texts;

namespace QualityPlan.Domain.People;

/// <summary>A 單位 with every name it is known by.</summary>
public sealed record UnitName(int Id, string Name, IReadOnlyList<string> Aliases, bool IsActive = true);

/// <summary>A 群組 with every name it is known by and the units it stands for (各單位: all of them).</summary>
public sealed record GroupName(int Id, string Name, IReadOnlyList<int> MemberIds)
{
    public bool IsEveryUnit { get; init; }

    public IReadOnlyList<string> Aliases { get; init; } = [];
}

/// <summary>
/// 單位名錄: finds the unit or group that a text in a plan means. Only names and learned aliases count,
/// width, blanks, case and 臺/台 aside; a short name (漢學中心聯絡組) is suggested, never assumed.
/// </summary>
public sealed class UnitDirectory
{
    private const int MostSuggestions = 3;

    /// <summary>「全館各單位」「本館對外服務單位」 are the groups of that name: a library speaks of nobody else's units.</summary>
    private static readonly string[] OfTheLibrary = ["本館", "全館"];

    private static readonly char[] Separators = ['、', ',', '，', ';', '；', '/', '／'];
    private static readonly char[] WeakSeparators = ['及', '與', '和', '暨', '\n', '\r', ' ', '\u3000', '\t'];

    private readonly Dictionary<string, UnitMatch> _known = [];
    private readonly List<(string Folded, UnitSuggestion Suggestion)> _candidates = [];
    private readonly Dictionary<int, string> _names;
    private readonly UnitSuggestion[] _everyUnit;

    public UnitDirectory(IReadOnlyList<UnitName> units, IReadOnlyList<GroupName> groups)
    {
        Units = units;
        Groups = groups;
        _names = units.ToDictionary(unit => unit.Id, unit => unit.Name);
        var active = units.Where(unit => unit.IsActive).Select(unit => unit.Id).ToHashSet();

        // The first to claim a name keeps it: names of living units, their aliases, groups, dissolved units.
        foreach (var unit in units.Where(unit => unit.IsActive))
        {
            Claim(unit.Name, UnitMatch.OfUnit(unit));
        }

        ClaimAliases(units.Where(unit => unit.IsActive));
        ClaimGroups(groups, active, group => [group.Name]);
        ClaimGroups(groups, active, group => group.Aliases);

        _everyUnit = [.. groups.Where(group => group.IsEveryUnit).Select(group => new UnitSuggestion(group.Id, IsGroup: true, group.Name))];

        foreach (var unit in units.Where(unit => !unit.IsActive))
        {
            Claim(unit.Name, UnitMatch.OfUnit(unit));
        }

        ClaimAliases(units.Where(unit => !unit.IsActive));
        _candidates.AddRange(units.Where(unit => unit.IsActive).SelectMany(unit => unit.Aliases.Append(unit.Name)
            .Select(name => (Fold(name), new UnitSuggestion(unit.Id, IsGroup: false, unit.Name)))));
    }

    /// <summary>Every unit, in the order given.</summary>
    public IReadOnlyList<UnitName> Units { get; }

    /// <summary>Every group, in the order given.</summary>
    public IReadOnlyList<GroupName> Groups { get; }

    /// <summary>The official name of a unit of the directory; throws <see cref="KeyNotFoundException"/> for any other.</summary>
    public string NameOf(int unitId) => _names[unitId];

    /// <summary>The name of a group of the directory; throws <see cref="InvalidOperationException"/> for any other.</summary>
    public string GroupNameOf(int groupId) => Groups.First(group => group.Id == groupId).Name;

    /// <summary>The one unit or group the text names, or unknown with up to three nearest names.</summary>
    public UnitMatch Resolve(string text)
    {
        var folded = Fold(text);
        return _known.TryGetValue(folded, out var match)
            ? match with { Text = text.Trim() }
            : UnitMatch.Unknown(text.Trim(), folded.Length == 0 ? [] : Nearest(folded));
    }

    /// <summary>
    /// Every unit and group a cell names, in order. 及, blanks and line breaks part names only when what
    /// they part is known, for a unit may be called 採訪及編目組 and a name may wrap inside its cell.
    /// </summary>
    public IReadOnlyList<UnitMatch> ResolveAll(string cell)
    {
        var whole = Resolve(cell);
        return whole.IsKnown || whole.Text.Length == 0
            ? whole.IsKnown ? [whole] : []
            : [.. cell.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .SelectMany(ResolvePiece)];
    }

    /// <summary>Names are compared in this form: without blanks, half-width, lower case, 臺 as 台.</summary>
    public static string Fold(string name) =>
        Folding.WithoutBlanks(name).ToLowerInvariant().Replace('臺', '台');

    private IEnumerable<UnitMatch> ResolvePiece(string piece)
    {
        var whole = Resolve(piece);
        if (whole.IsKnown)
        {
            return [whole];
        }

        var parts = piece.Split(WeakSeparators, StringSplitOptions.RemoveEmptyEntries).Select(Resolve).ToList();
        return parts.Count > 1 && parts.All(part => part.IsKnown) ? parts : [whole];
    }

    private bool Claim(string name, UnitMatch match) => Fold(name) is { Length: > 0 } folded && _known.TryAdd(folded, match);

    private void ClaimGroups(IReadOnlyList<GroupName> groups, HashSet<int> active, Func<GroupName, IReadOnlyList<string>> namesOf)
    {
        foreach (var group in groups)
        {
            var match = UnitMatch.OfGroup(group, [.. group.MemberIds.Where(active.Contains)]);
            foreach (var name in namesOf(group))
            {
                if (Claim(name, match))
                {
                    _candidates.Add((Fold(name), new UnitSuggestion(group.Id, IsGroup: true, group.Name)));
                }

                Array.ForEach(OfTheLibrary, prefix => Claim(prefix + name, match));
            }
        }
    }

    /// <summary>An alias that two units claim belongs to neither: both are suggested instead.</summary>
    private void ClaimAliases(IEnumerable<UnitName> units)
    {
        var claims = units.SelectMany(unit => unit.Aliases.Select(Fold).Distinct().Select(alias => (alias, unit)));
        foreach (var claim in claims.GroupBy(claim => claim.alias).Where(claim => claim.Count() == 1))
        {
            Claim(claim.Key, UnitMatch.OfUnit(claim.Single().unit));
        }
    }

    /// <summary>「各科室」「全館」 may mean every unit, which no likeness tells: that group is offered first.</summary>
    private List<UnitSuggestion> Nearest(string folded) =>
        [.. (folded[0] is '各' or '全' ? _everyUnit : []).Concat(_candidates
            .Select(candidate => (candidate.Suggestion, Likeness: NameLikeness.Of(folded, candidate.Folded)))
            .Where(candidate => candidate.Likeness >= NameLikeness.Worthwhile)
            .OrderByDescending(candidate => candidate.Likeness)
            .Select(candidate => candidate.Suggestion))
            .Distinct()
            .Take(MostSuggestions)];
}
