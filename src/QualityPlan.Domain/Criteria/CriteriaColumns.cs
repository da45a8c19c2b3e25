using QualityPlan.Domain.Texts;

namespace QualityPlan.Domain.Criteria;

/// <summary>What a column of a criteria list (評核項目清單) holds.</summary>
public enum CriterionField { Number, Title, Description, Points, Level, Parent, Group }

/// <summary>Finds the columns by their headings, of which every agency has its own.</summary>
internal static class CriteriaColumns
{
    private static readonly Dictionary<CriterionField, string[]> Headings = new()
    {
        [CriterionField.Number] = ["編號", "項次", "序號", "代號", "項目編號", "評核編號", "指標編號", "號次", "條次", "no", "no."],
        [CriterionField.Title] =
        [
            "標題", "名稱", "項目", "項目名稱", "評核項目", "評審項目", "評分項目", "考核項目", "評鑑項目", "評核指標", "評審指標", "考核指標",
            "評鑑指標", "指標", "指標名稱", "評核標題", "評核要項", "評審要項", "評分指標",
        ],
        [CriterionField.Description] =
            ["說明", "內容", "評核內容", "評審內容", "評核說明", "評分說明", "評核重點", "評審重點", "評核標準", "評審標準", "評分標準", "考核標準", "項目說明", "指標說明", "備註"],
        [CriterionField.Points] = ["配分", "分數", "權重", "比重", "占分", "佔分", "配分比例", "占比", "百分比", "滿分"],
        [CriterionField.Level] = ["層級", "階層", "層次", "級別"],
        [CriterionField.Parent] = ["上層編號", "上層", "上層項目", "上層項目編號", "父項", "父項編號", "所屬編號", "所屬項目"],
        [CriterionField.Group] = ["構面", "評核構面", "評審構面", "評鑑構面", "面向", "類別", "分類", "大項", "評核面向", "評審面向"],
    };

    private static readonly Dictionary<string, CriterionField> Known = Headings
        .SelectMany(field => field.Value.Select(word => (word, field.Key))).ToDictionary(pair => pair.word, pair => pair.Key);

    /// <summary>The columns of a heading line; null when it is none, for a heading names the title at least.</summary>
    public static IReadOnlyDictionary<CriterionField, int>? Of(IReadOnlyList<string> cells)
    {
        var found = new Dictionary<CriterionField, int>();
        for (var column = 0; column < cells.Count; column++)
        {
            if (FieldOf(cells[column]) is { } field)
            {
                found.TryAdd(field, column);
            }
        }
        // 「構面、指標」 and nothing else: a lone word could as well be a line of the list.
        return found.ContainsKey(CriterionField.Title) && found.Count > 1 ? found : null;
    }

    private static CriterionField? FieldOf(string heading)
    {
        var word = Folding.WithoutBlanks(heading).ToLowerInvariant();
        var bracket = word.IndexOf('(', StringComparison.Ordinal);
        var bare = bracket > 0 ? word[..bracket] : word;
        return Known.TryGetValue(bare, out var field) ? field : null;
    }

    /// <summary>A list without headings: a lone column holds number and title; else number, title, description and points, in this order.</summary>
    public static IReadOnlyDictionary<CriterionField, int> ByPlace(IReadOnlyList<IReadOnlyList<string>> lines, Func<string, bool> isNumber)
    {
        var width = lines.Select(cells => cells.Count).DefaultIfEmpty().Max();
        var numbered = lines.Count(cells => cells.Count > 1 && isNumber(cells[0]));
        CriterionField[] order = width > 1 && numbered * 2 >= lines.Count
            ? [CriterionField.Number, CriterionField.Title, CriterionField.Description, CriterionField.Points]
            : [CriterionField.Title, CriterionField.Description, CriterionField.Points];
        return order.Take(width).Select((field, column) => (field, column)).ToDictionary(pair => pair.field, pair => pair.column);
    }
}
