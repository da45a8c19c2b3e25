namespace QualityPlan.Domain.People;

/// <summary>單位 or 任務編組: a part of the library that carries measures.</summary>
public sealed class Unit
{
    public const int NameLength = 60;

    private readonly List<UnitAlias> _aliases = [];

    public Unit(string name, UnitKind kind, int position)
    {
        Name = name.Trim();
        Kind = kind;
        Position = position;
        IsActive = true;
    }

    private Unit() => Name = "";

    public int Id { get; private set; }

    public string Name { get; private set; }

    public UnitKind Kind { get; private set; }

    /// <summary>Order in lists, as in the plan's 執行對象.</summary>
    public int Position { get; private set; }

    /// <summary>False once dissolved or renamed away: stays in history, takes no new work.</summary>
    public bool IsActive { get; private set; }

    /// <summary>The account of the unit's head, if one is named.</summary>
    public int? HeadAccountId { get; private set; }

    /// <summary>Raised at every change; a stale number is refused.</summary>
    public int Version { get; private set; }

    public IReadOnlyCollection<UnitAlias> Aliases => _aliases;

    public void Change(string name, UnitKind kind, bool isActive)
    {
        Name = name.Trim();
        Kind = kind;
        IsActive = isActive;
        Version++;
    }

    public void NameHead(int? accountId)
    {
        HeadAccountId = accountId;
        Version++;
    }

    /// <summary>Remembers another name of the unit; a name it already has is left as it is.</summary>
    public void Learn(string alias)
    {
        if (UnitAlias.NewIn(_aliases.Select(known => known.Text), Name, alias) is { } text)
        {
            _aliases.Add(new UnitAlias(text));
            Version++;
        }
    }

    public void Forget(string alias)
    {
        _aliases.RemoveAll(known => known.Text == alias);
        Version++;
    }
}

/// <summary>別名: another name under which a unit appears in plans; unique in the library.</summary>
public sealed class UnitAlias
{
    internal UnitAlias(string text) => Text = text;

    private UnitAlias() => Text = "";

    public int Id { get; private set; }

    public int UnitId { get; private set; }

    public string Text { get; private set; }

    /// <summary>Null for what is no other name: nothing, the name itself, or a name that is there already.</summary>
    internal static string? NewIn(IEnumerable<string> known, string name, string alias) =>
        alias.Trim() is { Length: > 0 } text && text != name && !known.Contains(text) ? text : null;
}

/// <summary>What kind of unit it is.</summary>
public enum UnitKind
{
    /// <summary>單位: 組、處、室、科、中心.</summary>
    Department,

    /// <summary>任務編組: drawn from several units.</summary>
    TaskForce,
}
