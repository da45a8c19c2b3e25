using QualityPlan.Documents;
using QualityPlan.Documents.Reading;

namespace QualityPlan.Web.Features.Progress.Offline;

/// <summary>Finds the boxes of an offline file again by their captions and hidden ids, wherever they stand by now.</summary>
internal static class OfflineReader
{
    public static (OfflineCopy? Copy, Refusal? Refusal) Read(string fileName, Stream content)
    {
        var (document, refusal) = DocumentReading.Read(fileName, content);
        if (document is null)
        {
            return (null, refusal);
        }
        if (TableOf(document, OfflineBook.HiddenSheet) is not { } hidden || TableOf(document, OfflineBook.RowSheet) is not { } rows)
        {
            return (null, OfflineRefusals.NotAForm);
        }
        var kept = new Dictionary<string, string>();
        var isSound = hidden.Rows.All(row => TextAt(row, 0) is not { Length: > 0 } key || kept.TryAdd(key, TextAt(row, 1)));
        if (!kept.ContainsKey("form"))
        {
            return (null, OfflineRefusals.NotAForm);
        }
        var texts = isSound && kept["form"] == $"{OfflineBook.FormVersion}" ? TextsOf(rows, TableOf(document, OfflineBook.CheckpointSheet)) : null;
        return (new OfflineCopy(Paired(kept, texts))
        {
            Form = kept["form"],
            Round = kept.GetValueOrDefault("round", ""),
            Quarter = kept.GetValueOrDefault("quarter", ""),
            Unit = kept.GetValueOrDefault("unit", ""),
            UnitName = kept.GetValueOrDefault("unit-name", ""),
        }, null);
    }

    /// <summary>Nothing when the boxes of the sheets are not those that the hidden sheet knows.</summary>
    private static Dictionary<string, OfflineTexts> Paired(Dictionary<string, string> kept, Dictionary<string, string>? texts)
    {
        var boxes = kept.Where(one => one.Key.Contains('-') && char.IsAsciiDigit(one.Key[0])).ToList();
        return texts is null || texts.Count != boxes.Count || !boxes.TrueForAll(box => texts.ContainsKey(box.Key))
            ? []
            : boxes.ToDictionary(box => box.Key, box => new OfflineTexts(box.Value, texts[box.Key]));
    }

    private static Dictionary<string, string>? TextsOf(Table rows, Table? checkpoints)
    {
        var texts = new Dictionary<string, string>();
        var captions = OfflineField.OfEveryRow.ToDictionary(field => field.Caption, field => field.Name);
        var isSound = Collect(rows, captions.Keys, (id, caption) => $"{id}-{captions[caption]}", texts)
            && (checkpoints is null || Collect(
                checkpoints, [OfflineBook.DoneCaption, OfflineBook.CountCaption], CheckpointKey, texts));
        return isSound ? texts : null;
    }

    /// <summary>The id of a checkpoint's row is that of the row and its own: 12-34.</summary>
    private static string CheckpointKey(string id, string caption)
    {
        var dash = id.IndexOf('-');
        return dash < 0 ? id : $"{id[..dash]}-{(caption == OfflineBook.DoneCaption ? "Done" : "Count")}{id[(dash + 1)..]}";
    }

    /// <summary>False when a caption is missing or a row stands there twice.</summary>
    private static bool Collect(
        Table table, IEnumerable<string> captions, Func<string, string, string> keyOf, Dictionary<string, string> texts)
    {
        var head = table.Rows.Select((row, at) => (Row: row, At: at))
            .FirstOrDefault(one => one.Row.Cells.Any(cell => cell.Text == OfflineBook.IdCaption));
        if (head.Row is null)
        {
            return false;
        }
        var columns = head.Row.Cells.GroupBy(cell => cell.Text).ToDictionary(cells => cells.Key, cells => cells.First().Column);
        foreach (var row in table.Rows.Skip(head.At + 1))
        {
            var id = TextAt(row, columns[OfflineBook.IdCaption]);
            if (id.Length > 0 && !captions.All(caption =>
                columns.TryGetValue(caption, out var column) && texts.TryAdd(keyOf(id, caption), TextAt(row, column))))
            {
                return false;
            }
        }
        return true;
    }

    private static Table? TableOf(Document document, string name) => document.Tables.FirstOrDefault(table => table.Name == name);

    private static string TextAt(Row row, int column) => row.Cells.FirstOrDefault(cell => cell.Column == column)?.Text ?? "";
}
