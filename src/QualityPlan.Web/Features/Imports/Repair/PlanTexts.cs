using QualityPlan.Web.Features.Imports.Recovery;

namespace QualityPlan.Web.Features.Imports.Repair;

/// <summary>Which chapters fit into a plan.</summary>
public static class PlanTexts
{
    private const string Prefix = "chapter:";
    private const int NumberLength = 20;
    private const int TitleLength = 200;
    private const int TextLength = 20_000;

    /// <summary>A chapter that cannot be stored is left out, and only when a person agreed.</summary>
    public static bool Fits(ChapterReading chapter) =>
        chapter.Number.Length <= NumberLength && chapter.Title.Length <= TitleLength
        && chapter.Paragraphs.Sum(paragraph => paragraph.Length + 1) <= TextLength;

    public static readonly string Limits = $"文字太長：編號 {NumberLength} 字、標題 {TitleLength} 字、內文 {TextLength} 字以內。";

    internal static IEnumerable<CellDoubt> TooLongChapters(ImportContent content) => content.Chapters
        .Select((chapter, index) => (chapter, index))
        .Where(one => !Fits(one.chapter))
        .Select(one => new CellDoubt($"{Prefix}{one.index}", 0, PlanField.Plan)
        {
            Heading = "章節",
            Problems =
            [
                $"第 {one.index + 1} 章的文字太長（編號 {NumberLength} 字、標題 {TitleLength} 字、內文 {TextLength} 字以內），系統放不下；接受後將略過這一章，請於計畫頁另行補上。",
            ],
        });

    /// <summary>Chapters are named by their place: once they change, what was agreed to is asked again.</summary>
    internal static void AskAgain(ImportContent content) =>
        content.Accepted.RemoveWhere(key => key.StartsWith(Prefix, StringComparison.Ordinal));
}
