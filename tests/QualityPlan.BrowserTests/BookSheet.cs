using System.Diagnostics;
using System.Text;
using Microsoft.Playwright;
using QualityPlan.UnitTests.Writing;
using Shouldly;

namespace QualityPlan.BrowserTests;

/// <summary>
/// The pages of one book in each of its formats on one picture: LibreOffice turns the file to pdf, poppler its pages to
/// pictures, and the browser lays them out.
/// </summary>
internal static class BookSheet
{
    public const int MostBytes = 400 * 1024;

    private const int MostPages = 3;
    private const int ThumbWidth = 330;

    /// <summary>Files are named by their format, e.g. docx.</summary>
    public static async Task TakeAsync(IBrowserContext browser, IReadOnlyList<(string Format, byte[] Bytes)> files, string picture)
    {
        using var office = new LibreOffice();
        foreach (var (format, bytes) in files)
        {
            office.Add($"{format}.{format}", bytes);
        }

        var html = new StringBuilder("<body style='margin:8px;background:#6b7280;display:grid;gap:8px'>");
        foreach (var (format, bytes) in files)
        {
            if (format != "pdf")
            {
                office.Convert("pdf", $"{format}.{format}");
            }

            html.Append($"<section style='display:grid;gap:6px;grid-template-columns:3.5em repeat({MostPages},{ThumbWidth}px)'>")
                .Append($"<b style='color:#fff;font:bold 1em sans-serif'>{format.ToUpperInvariant()}</b>");
            foreach (var image in Pages(format == "pdf" ? bytes : office.Result($"{format}.pdf")))
            {
                html.Append($"<img style='width:{ThumbWidth}px' src='data:image/png;base64,{Convert.ToBase64String(image)}'>");
            }

            html.Append("</section>");
        }

        // A page of its own: those of the site forbid styles in the text.
        var page = await browser.NewPageAsync();
        await page.SetViewportSizeAsync(((ThumbWidth + 6) * MostPages) + 90, 200);
        await page.SetContentAsync(html.ToString());
        await File.WriteAllBytesAsync(picture, await ShootAsync(page));
        await page.CloseAsync();
    }

    /// <summary>As good as fits: the pictures live in the repository.</summary>
    private static async Task<byte[]> ShootAsync(IPage page)
    {
        for (var quality = 80; ; quality -= 10)
        {
            var picture = await page.ScreenshotAsync(new PageScreenshotOptions { FullPage = true, Type = ScreenshotType.Jpeg, Quality = quality });
            if (picture.Length < MostBytes || quality <= 10)
            {
                return picture;
            }
        }
    }

    private static List<byte[]> Pages(byte[] pdf)
    {
        var folder = Directory.CreateTempSubdirectory("qualityplan-pages-");
        try
        {
            var file = Path.Combine(folder.FullName, "book.pdf");
            File.WriteAllBytes(file, pdf);
            using var poppler = Process.Start("pdftoppm", ["-png", "-r", "64", "-l", $"{MostPages}", file, Path.Combine(folder.FullName, "page")]);
            poppler.WaitForExit();
            poppler.ExitCode.ShouldBe(0);
            return [.. folder.GetFiles("page*.png").OrderBy(one => one.Name, StringComparer.Ordinal).Select(one => File.ReadAllBytes(one.FullName))];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
