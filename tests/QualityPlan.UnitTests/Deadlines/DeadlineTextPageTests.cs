using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Deadlines;
using Shouldly;
using Xunit;

namespace QualityPlan.UnitTests.Deadlines;

/// <summary>docs/deadline-text.md says what the reader says, row by row.</summary>
public class DeadlineTextPageTests
{
    private static readonly DeadlineContext Context =
        new(new RocYear(115), OfficeCalendar.WeekendsOnly, new DateOnly(2026, 2, 24));

    [Fact]
    public void Every_row_of_the_page_is_what_the_reader_says()
    {
        var rows = Rows();

        rows.Count.ShouldBeGreaterThan(90);
        foreach (var (text, summary, notes) in rows)
        {
            var reading = DeadlineReader.Read(text == "（空白）" ? "" : text, Context);

            reading.Summary().ShouldBe(summary, text);
            string.Concat(reading.Notes.Select(note => note.Sentence)).ShouldBe(notes, text);
        }
    }

    [Fact]
    public void The_page_shows_every_kind_of_reading_and_note()
    {
        var readings = Rows().Select(row => DeadlineReader.Read(row.Text == "（空白）" ? "" : row.Text, Context)).ToList();

        readings.Select(reading => reading.Kind).Distinct().Order().ShouldBe(Enum.GetValues<DeadlineKind>().Order());
        readings.SelectMany(reading => reading.Notes).Select(note => note.Kind).Distinct().Order()
            .ShouldBe(Enum.GetValues<DeadlineNoteKind>().Order());
    }

    private static List<(string Text, string Summary, string Notes)> Rows() =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "docs", "deadline-text.md"))
            .Where(line => line.StartsWith("| ") && !line.StartsWith("| 原文 "))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Select(cells => (cells[1], cells[2], cells[3]))];
}
