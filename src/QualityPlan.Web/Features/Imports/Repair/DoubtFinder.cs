using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Deadlines;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Plans;
using QualityPlan.Web.Features.Imports.Recovery;

namespace QualityPlan.Web.Features.Imports.Repair;

/// <summary>
/// Looks for everything doubtful in a reading as it stands: unknown unit names first, then the plan as a whole,
/// then cell by cell in row order.
/// </summary>
public sealed class DoubtFinder(UnitDirectory directory, OfficeCalendar calendar, DateOnly today)
{
    private readonly Dictionary<string, IReadOnlyList<UnitMatch>> _units = [];
    private readonly Dictionary<string, DeadlineReading> _deadlines = [];

    public UnitDirectory Directory => directory;

    public IReadOnlyList<Doubt> Find(ImportContent content)
    {
        _deadlines.Clear();
        var remarks = content.Remarks.ToLookup(remark => (remark.Row, remark.Field));
        return [.. UnknownUnits(content), .. OfPlan(content, remarks), .. OfRows(content, remarks)];
    }

    /// <summary>What a deadline text is read as in this plan.</summary>
    public DeadlineReading ReadDeadline(ImportContent content, string text)
    {
        if (!_deadlines.TryGetValue(text, out var reading))
        {
            reading = DeadlineReader.Read(text, new DeadlineContext(new RocYear(content.Year), calendar));
            _deadlines[text] = reading;
        }
        return reading;
    }

    private IEnumerable<UnitDoubt> UnknownUnits(ImportContent content)
    {
        var found = new Dictionary<string, (UnitMatch Match, List<int> Rows)>();
        for (var index = 0; index < content.Rows.Count; index++)
        {
            foreach (var match in MatchesOf(content.Rows[index]).Where(match => !match.IsKnown))
            {
                var key = UnitDoubt.KeyOf(match.Text);
                found.TryAdd(key, (match, []));
                if (found[key].Rows is var rows && (rows.Count == 0 || rows[^1] != index + 1))
                {
                    rows.Add(index + 1);
                }
            }
        }
        return found.Select(one => Unknown(one.Key, one.Value.Match, one.Value.Rows, content));
    }

    private UnitDoubt Unknown(string key, UnitMatch match, List<int> rows, ImportContent content)
    {
        var decision = content.Units.GetValueOrDefault(UnitDoubt.FoldedIn(key)!);
        var isGone = decision?.Choice switch
        {
            UnitChoice.Existing => directory.Units.All(unit => unit.Id != decision.UnitId),
            UnitChoice.ExistingGroup => directory.Groups.All(group => group.Id != decision.UnitId),
            _ => false,
        };
        return new UnitDoubt(key, match.Text)
        {
            Rows = rows,
            RowIds = rows.ConvertAll(row => content.Rows[row - 1].Id),
            Suggestions = match.Suggestions,
            Decision = isGone ? null : decision,
            IsOpen = decision is null || isGone,
        };
    }

    private IEnumerable<UnitMatch> MatchesOf(RowReading row) =>
        Resolve(row.Get(PlanField.Units)).Concat(Resolve(row.Get(PlanField.SupportingUnits)));

    private IReadOnlyList<UnitMatch> Resolve(string cell)
    {
        if (!_units.TryGetValue(cell, out var matches))
        {
            matches = directory.ResolveAll(cell);
            _units[cell] = matches;
        }
        return matches;
    }

    private IEnumerable<CellDoubt> OfPlan(ImportContent content, ILookup<(int, PlanField), Remark> remarks)
    {
        if (content.Guesses.Contains(PlanHead.TitleKey))
        {
            yield return Judge(content, new CellDoubt(PlanHead.TitleKey, 0, PlanField.Plan)
            {
                Heading = "計畫名稱",
                Problems = ["檔案裡沒有計畫名稱，已暫擬一個，請在上方改寫或確認。"],
            });
        }
        if (content.Guesses.Contains(PlanHead.YearKey))
        {
            yield return Judge(content, new CellDoubt(PlanHead.YearKey, 0, PlanField.Plan)
            {
                Heading = "年度",
                Problems = [$"計畫名稱沒有年度，已由完成期限或今天的日期推得{content.Year}年度，請在上方改寫或確認。"],
            });
        }
        foreach (var field in Enum.GetValues<PlanField>())
        {
            var key = CellDoubt.KeyOf(0, field);
            var problems = remarks[(0, field)].Select(remark => remark.Text).ToList();
            if (field == PlanField.Units)
            {
                problems.AddRange(DissolvedUnits(content));
            }
            if (problems.Count > 0)
            {
                yield return Judge(content, new CellDoubt(key, 0, field) { Heading = content.HeadingOf(field), Problems = problems });
            }
        }
        foreach (var doubt in PlanTexts.TooLongChapters(content))
        {
            yield return Judge(content, doubt);
        }
    }

    /// <summary>Fine in a plan of an earlier year; in a new one somebody should know.</summary>
    private IEnumerable<string> DissolvedUnits(ImportContent content)
    {
        var names = content.Year < RocYear.FromDate(today).Value
            ? []
            : content.Rows.SelectMany(MatchesOf).Where(match => match is { IsKnown: true, IsActive: false }).Select(match => match.Name).Distinct().ToList();
        return names.Count == 0 ? [] : [$"以下單位已停用，仍會照原文匯入：{string.Join('、', names)}。"];
    }

    private IEnumerable<CellDoubt> OfRows(ImportContent content, ILookup<(int, PlanField), Remark> remarks)
    {
        for (var index = 0; index < content.Rows.Count; index++)
        {
            foreach (var field in RowFields.All)
            {
                if (OfCell(content, index, field, remarks[(content.Rows[index].Id, field)]) is { } doubt)
                {
                    yield return doubt;
                }
            }
        }
    }

    private CellDoubt? OfCell(ImportContent content, int index, PlanField field, IEnumerable<Remark> remarks)
    {
        var key = CellDoubt.KeyOf(content.Rows[index].Id, field);
        var value = content.Rows[index].Get(field);
        var problems = content.Mended.Contains(key) ? [] : remarks.Select(remark => remark.Text).ToList();
        problems.AddRange(ProblemsOf(content, field, value));
        var isTooLong = value.Length > RowFields.Limit(field)
            && (!RowFields.IsHeading(field) || index == 0 || content.Rows[index - 1].Get(field) != value);
        if (isTooLong)
        {
            problems.Add($"文字有 {value.Length} 字，超過上限 {RowFields.Limit(field)} 字，請縮短。");
        }
        return problems.Count == 0 ? null : Judge(content, new CellDoubt(key, index + 1, field)
        {
            Heading = content.HeadingOf(field),
            Value = value,
            Problems = problems,
            MayAccept = !isTooLong,
            SameRows = RowFields.IsHeading(field) ? PlanTree.RowsTogether(content.Rows, index, field).Count : 1,
        });
    }

    private IEnumerable<string> ProblemsOf(ImportContent content, PlanField field, string value)
    {
        if (value.Length == 0)
        {
            return field is PlanField.Deadline or PlanField.Units && content.Columns.Contains(field)
                ? [$"{content.HeadingOf(field)}空白，核定前須補上。"]
                : [];
        }
        if (field != PlanField.Deadline)
        {
            return [];
        }
        var reading = ReadDeadline(content, value);
        var notes = reading.Notes.Select(note => note.Sentence);
        return reading.Kind switch
        {
            DeadlineKind.NotUnderstood => notes.Prepend(reading.Reason),
            DeadlineKind.Undecided => notes.Prepend("期限未定，核定前須補上。"),
            _ => notes,
        };
    }

    private static CellDoubt Judge(ImportContent content, CellDoubt doubt)
    {
        var isAccepted = content.Accepted.Contains(doubt.Key);
        return doubt with { IsAccepted = isAccepted, IsOpen = !doubt.MayAccept || !isAccepted };
    }
}
