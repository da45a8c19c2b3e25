using System.Text.RegularExpressions;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.TagHelpers;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.HouseRules;

public sealed class PaletteTests
{
    private const double Text = 4.5;
    private const double Graphic = 3;

    public static TheoryData<string, string, double> Pairs()
    {
        var pairs = new TheoryData<string, string, double>();
        foreach (var ground in new[] { "paper", "surface", "sunken" })
        {
            pairs.Add("ink", ground, Text);
            pairs.Add("ink-quiet", ground, Text);
            pairs.Add("accent", ground, Text);
            pairs.Add("rule-strong", ground, Graphic);
        }
        pairs.Add("accent", "accent-tint", Text);
        pairs.Add("accent-strong", "accent-tint", Text);
        pairs.Add("ink", "accent-tint", Text);
        pairs.Add("ink-quiet", "accent-tint", Text);
        pairs.Add("on-accent", "accent", Text);
        pairs.Add("on-accent", "accent-strong", Text);
        foreach (var light in Enum.GetValues<Light>())
        {
            var name = $"light-{LightLook.Key(light)}";
            pairs.Add(name, "paper", Text);
            pairs.Add(name, "surface", Text);
            pairs.Add(name, $"{name}-tint", Text);
            pairs.Add("ink", $"{name}-tint", Text);
        }
        return pairs;
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Every_ink_can_be_read_on_its_ground_in_both_themes(string ink, string ground, double least)
    {
        var (inkLight, inkDark) = StyleSheets.Colour(ink);
        var (groundLight, groundDark) = StyleSheets.Colour(ground);

        StyleSheets.Contrast(inkLight, groundLight).ShouldBeGreaterThanOrEqualTo(least, "light theme");
        StyleSheets.Contrast(inkDark, groundDark).ShouldBeGreaterThanOrEqualTo(least, "dark theme");
    }

    [Fact]
    public void The_measure_of_contrast_knows_black_white_and_a_grey_that_fails()
    {
        StyleSheets.Contrast("#000000", "#ffffff").ShouldBe(21, 0.01);
        StyleSheets.Contrast("#767676", "#ffffff").ShouldBe(4.54, 0.01);
        StyleSheets.Contrast("#999999", "#ffffff").ShouldBeLessThan(Text);
    }

    [Fact]
    public void Every_light_has_its_own_colour_shape_and_word()
    {
        var lights = Enum.GetValues<Light>();

        lights.Select(light => StyleSheets.Colour($"light-{LightLook.Key(light)}")).Distinct().Count().ShouldBe(lights.Length);
        lights.Select(LightLook.Key).Distinct().Count().ShouldBe(lights.Length);
        lights.Select(light => light.Shape()).Distinct().Count().ShouldBe(lights.Length);
        lights.Select(light => light.Chinese()).Distinct().Count().ShouldBe(lights.Length);
    }

    [Fact]
    public void No_style_sheet_fixes_a_font_size()
    {
        StyleSheets.FixedFontSizes("a { font-size: 12px; } b { font: 9pt serif }").Count.ShouldBe(2);
        StyleSheets.FixedFontSizes("a { font-size: 0.75rem; border: 1px solid }").ShouldBeEmpty();
        StyleSheets.All.Count.ShouldBeGreaterThan(4);
        foreach (var (name, css) in StyleSheets.All)
        {
            StyleSheets.FixedFontSizes(css).ShouldBeEmpty(name);
        }
    }

    [Fact]
    public void Colours_live_in_the_tokens_only()
    {
        var elsewhere = StyleSheets.All
            .Where(sheet => sheet.Key is not ("tokens.css" or "print.css"))
            .SelectMany(sheet => Regex.Matches(sheet.Value, "#[0-9a-f]{3,8};").Select(match => $"{sheet.Key}: {match.Value}"));

        elsewhere.ShouldBeEmpty();
    }
}
