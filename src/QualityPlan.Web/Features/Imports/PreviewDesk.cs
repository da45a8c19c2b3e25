using System.Globalization;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Deadlines;
using QualityPlan.Domain.Plans;
using QualityPlan.Web.Features.Imports.Recovery;
using QualityPlan.Web.Features.Imports.Repair;
using OutlinePlace = QualityPlan.Domain.Plans.OutlinePlace;

namespace QualityPlan.Web.Features.Imports;

/// <summary>Lays out one view of a draft: which doubts, which answers, which part of the table.</summary>
internal sealed class PreviewDesk
{
    private readonly ImportContent _content;
    private readonly DoubtFinder _finder;
    private readonly RepairView _view;
    private readonly int _page;

    public PreviewDesk(ImportContent content, DoubtFinder finder, IReadOnlyList<Doubt> all, RepairView view)
    {
        (_content, _finder, _view) = (content, finder, view);
        Listed = view.All ? all : all.Where(doubt => doubt.IsOpen).ToList();
        var last = Math.Max(1, (Listed.Count + PreviewPage.PageSize - 1) / PreviewPage.PageSize);
        _page = Math.Clamp(view.Page, 1, last);
        Shown = view.Typed is { } typed
            ? Answered(all, typed.Answers)
            : Listed.Skip((_page - 1) * PreviewPage.PageSize).Take(PreviewPage.PageSize).ToList();
    }

    /// <summary>All doubts of the view.</summary>
    public IReadOnlyList<Doubt> Listed { get; }

    /// <summary>Those on this page; after a form that could not be taken over, those it answered.</summary>
    public IReadOnlyList<Doubt> Shown { get; }

    public RepairForm Form(int version)
    {
        var typed = _view.Typed;
        var year = _content.Year.ToString(CultureInfo.InvariantCulture);
        return new RepairForm
        {
            Version = version,
            Title = typed is null || typed.Title == typed.WasTitle ? _content.Title : typed.Title,
            Year = typed is null || typed.Year == typed.WasYear ? year : typed.Year,
            Agency = typed is null || typed.Agency == typed.WasAgency ? _content.Agency : typed.Agency,
            WasTitle = _content.Title,
            WasYear = year,
            WasAgency = _content.Agency,
            Page = _page,
            All = _view.All,
            Answers = Shown.Select(doubt => TypedFor(doubt) ?? AnswerTo(doubt)).ToList(),
        };
    }

    public PreviewTable Table()
    {
        var sorted = Domain.Plans.Outline.Sort(PlanTree.Build(_content.Rows));
        var parts = (sorted.Count + PreviewTable.PartSize - 1) / PreviewTable.PartSize;
        var at = _view.At > 0 ? sorted.ToList().FindIndex(row => row.MeasureId == _view.At) : -1;
        var part = at >= 0 ? (at / PreviewTable.PartSize) + 1 : Math.Clamp(_view.Part, 1, Math.Max(1, parts));
        var rows = sorted.Skip((part - 1) * PreviewTable.PartSize).Take(PreviewTable.PartSize).ToList();
        var spans = Domain.Plans.Outline.Spans(rows);
        var doubts = DoubtsByRow();
        return new PreviewTable(_content.Headings, rows.Select((row, index) => Row(row, spans[index], doubts)).ToList())
        {
            Part = part,
            Total = sorted.Count,
        };
    }

    /// <summary>What was answered; of cells that somebody else settled meanwhile those where something was typed.</summary>
    private List<Doubt> Answered(IReadOnlyList<Doubt> all, List<AnswerForm> answers)
    {
        var keys = answers.Select(answer => answer.Key).ToHashSet();
        var known = all.Where(doubt => keys.Contains(doubt.Key)).ToList();
        var settled = answers
            .Where(answer => answer.IsTyped && known.TrueForAll(doubt => doubt.Key != answer.Key))
            .Select(answer => (answer.Key, Place: CellDoubt.PlaceIn(answer.Key)))
            .Where(one => one.Place is (> 0, _) place && _content.IndexOf(place.RowId) >= 0)
            .Select(one => new CellDoubt(one.Key, _content.IndexOf(one.Place!.Value.RowId) + 1, one.Place.Value.Field)
            {
                Heading = _content.HeadingOf(one.Place.Value.Field),
                Value = _content.RowAt(one.Place.Value.RowId)!.Get(one.Place.Value.Field),
                Problems = ["這一格已在另一個視窗改過。要改用您輸入的文字，請直接儲存。"],
            });
        return [.. known, .. settled];
    }

    /// <summary>A box nobody touched shows what the system holds now.</summary>
    private AnswerForm? TypedFor(Doubt doubt)
    {
        var typed = _view.Typed?.Answers.First(answer => answer.Key == doubt.Key);
        if (typed is not null && doubt is CellDoubt cell)
        {
            typed.Text = typed.IsTyped ? typed.Text : cell.Value;
            typed.Was = cell.Value;
        }
        return typed;
    }

    public IReadOnlyDictionary<int, DoubtfulRow> DoubtfulRows() => Shown.OfType<CellDoubt>()
        .Select(doubt => doubt.Row).Where(row => row > 0).Distinct()
        .ToDictionary(number => number, number =>
        {
            var row = _content.Rows[number - 1];
            var sheet = row.Source.Name.Length > 0 ? $"「{row.Source.Name}」" : $"第 {row.Source.Table} 個表格";
            return new DoubtfulRow(row.Item, row.No, row.Approach, $"來源：{sheet}第 {row.Source.Row} 列") { Id = row.Id, Cells = row.Cells };
        });

    private PreviewRow Row(OutlineRow row, OutlineSpan span, ILookup<int, (PlanField Field, string Href)> doubts)
    {
        var source = _content.Rows[row.Position - 1];
        return new PreviewRow(row, span)
        {
            Deadline = source.Deadline.Length == 0 ? "" : ReadAs(_finder.ReadDeadline(_content, source.Deadline)),
            Doubts = doubts[row.MeasureId].DistinctBy(one => one.Field).ToDictionary(one => one.Field, one => one.Href),
            Leads = source.Units,
            Supports = source.SupportingUnits,
            Cells = source.Cells,
            Heads = Heads(row.Place, span).ToList(),
            Source = LinkTo(source),
        };
    }

    private static IEnumerable<TreeHead> Heads(OutlinePlace place, OutlineSpan span)
    {
        if (span.BeginsArea)
        {
            yield return new TreeHead(PlanField.Area, place.Area.Text);
        }
        if (span.AreaRows > 0 && place.SubArea is { } subArea)
        {
            yield return new TreeHead(PlanField.SubArea, subArea.Text);
        }
        if (span.ItemRows > 0)
        {
            yield return new TreeHead(PlanField.Item, place.Item.Text);
        }
    }

    /// <summary>The rows of the file's reading that a part of the table shows.</summary>
    public IReadOnlyList<RowReading> RowsOf(PreviewTable table) => table.Rows.Select(row => _content.Rows[row.Row.Position - 1]).ToList();

    private static SourceLink? LinkTo(RowReading row) =>
        row.Cells.FirstOrDefault(cell => cell.Field == PlanField.Approach) is { } cell ? new SourceLink(row.Source.Row, SourceDesk.IdOf(cell)) : null;

    /// <summary>Only what the text itself does not say.</summary>
    private static string ReadAs(DeadlineReading reading) => reading switch
    {
        { Kind: DeadlineKind.Dated, Checkpoints: [var only] } => $"至{RocDate.Short(only.DueOn)}",
        { Kind: DeadlineKind.Dated } => $"{reading.Checkpoints.Count} 個查核點",
        { Kind: DeadlineKind.Recurring } => $"定期辦理，{reading.Checkpoints.Count} 季查核",
        { Kind: DeadlineKind.Continuing } => $"持續辦理，{reading.Checkpoints.Count} 季查核",
        { Kind: DeadlineKind.DoneAtStart } => "不列查核點",
        _ => "期限未定",
    };

    /// <summary>Where the open doubts of each row are asked: on this page or on another one.</summary>
    private ILookup<int, (PlanField Field, string Href)> DoubtsByRow() => Listed
        .Select((doubt, index) => (doubt, Href: HrefOf(index)))
        .Where(one => one.doubt.IsOpen)
        .SelectMany(one => one.doubt switch
        {
            CellDoubt { Row: > 0 } cell => [(cell.RowId, (cell.Field, one.Href))],
            UnitDoubt unit => unit.RowIds.Select(row => (row, (PlanField.Units, one.Href))),
            _ => Enumerable.Empty<(int, (PlanField, string))>(),
        })
        .ToLookup(one => one.Item1, one => one.Item2);

    private string HrefOf(int index)
    {
        var page = (index / PreviewPage.PageSize) + 1;
        var anchor = "#" + PreviewPage.AnchorOf(index % PreviewPage.PageSize);
        return page == _page ? anchor : $"?page={page}{(_view.All ? "&all=true" : "")}{anchor}";
    }

    private static AnswerForm AnswerTo(Doubt doubt) => doubt switch
    {
        UnitDoubt unit => AnswerTo(unit),
        CellDoubt cell => new AnswerForm { Key = cell.Key, Text = cell.HasText ? cell.Value : null, Was = cell.Value, Accept = cell.IsAccepted },
        _ => new AnswerForm { Key = doubt.Key },
    };

    private static AnswerForm AnswerTo(UnitDoubt doubt)
    {
        var decision = doubt.Decision;
        var isSuggested = doubt.Suggestions.Any(one => !one.IsGroup && one.Id == decision?.UnitId);
        return new AnswerForm
        {
            Key = doubt.Key,
            Choice = decision?.Choice switch
            {
                null => null,
                UnitChoice.Existing when isSuggested => AnswerForm.UnitPrefix + decision.UnitId,
                UnitChoice.Existing => AnswerForm.Other,
                UnitChoice.ExistingGroup => AnswerForm.GroupPrefix + decision.UnitId,
                UnitChoice.Undecided => AnswerForm.Leave,
                _ => AnswerForm.New,
            },
            OtherUnit = decision is { Choice: UnitChoice.Existing } ? decision.UnitId : null,
            NewName = decision is { Name.Length: > 0 } ? decision.Name : doubt.Name,
            NewKind = decision?.Choice is UnitChoice.NewTaskForce or UnitChoice.NewEveryUnit
                ? decision.Choice.ToString()
                : nameof(UnitChoice.NewDepartment),
        };
    }
}
