using System.ComponentModel.DataAnnotations;
using QualityPlan.Web.Features.Imports.Recovery;

namespace QualityPlan.Web.Features.Imports;

/// <summary>Which column of which table holds what, as chosen by hand.</summary>
public sealed class HeadingsForm
{
    public int Version { get; set; }

    /// <summary>The table, counted from 1.</summary>
    public int Table { get; set; } = 1;

    /// <summary>The header row, counted from 1 within the table; 0 when there is none.</summary>
    public int Header { get; set; }

    /// <summary>The field of each column, nothing where it is not read.</summary>
    public List<PlanField?> Fields { get; set; } = [];

    [Display(Name = "記住這些標題，下次匯入不再詢問")]
    public bool Remember { get; set; } = true;
}

/// <summary>The choice of columns, with the tables as they stand in the file.</summary>
public sealed record HeadingsPage(int Id, string FileName, HeadingsForm Form)
{
    /// <summary>Rows of the table shown for choosing the header row.</summary>
    public const int RowsShown = 12;

    public string Agency { get; init; } = "";

    public IReadOnlyList<TableChoice> Tables { get; init; } = [];

    /// <summary>The first rows of the chosen table.</summary>
    public SourceTable? Source { get; init; }

    public IReadOnlyList<ColumnChoice> Columns { get; init; } = [];

    /// <summary>Nothing was read yet; otherwise the columns are chosen anew and the steps since are lost.</summary>
    public bool IsUnread { get; init; }

    public int Steps { get; init; }

    public static readonly IReadOnlyList<(PlanField Field, string Name)> Choices =
    [
        (PlanField.Approach, "推動作法"), (PlanField.Deadline, "完成期限"), (PlanField.Units, "承辦（主辦）單位"),
        (PlanField.SupportingUnits, "協辦單位"), (PlanField.Item, "執行項目"), (PlanField.Area, "實施要項"),
        (PlanField.SubArea, "實施要項的第二層"), (PlanField.No, "編號"),
    ];
}

/// <summary>A table of the file, counted from 1.</summary>
public sealed record TableChoice(int Number, string Name, int Rows, int Columns);

/// <summary>A column with its heading and a few of its texts.</summary>
public sealed record ColumnChoice(string Heading, IReadOnlyList<string> Examples);
