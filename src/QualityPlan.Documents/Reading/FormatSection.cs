using System.Text;

namespace QualityPlan.Documents.Reading;

/// <summary>One piece of a date format: a letter code such as 「yyyy」, or characters shown as they are.</summary>
internal readonly record struct DateToken(string Text, bool IsLiteral);

/// <summary>One of the parts of a number format code between semicolons, taken apart.</summary>
internal sealed class FormatSection
{
    private const string DateLetters = "yYmMdDhHsSeEaA";
    private readonly List<DateToken> tokens = [];

    private FormatSection(string code)
    {
        TakeApart(code);
        IsDate = tokens.Exists(token => !token.IsLiteral && token.Text[0] is 'y' or 'm' or 'd' or 'h' or 'e' or '[' or 's')
            && !tokens.Exists(token => !token.IsLiteral && "0#?".Contains(token.Text[0]));
        var isPlain = !IsDate && tokens.Exists(token => (!token.IsLiteral && token.Text[0] == 'e') || token is { IsLiteral: true, Text: "/" });
        IsGeneral = isPlain || tokens.Exists(token => token.Text == "general" && !token.IsLiteral);
        if (IsDate)
        {
            TellMinutesFromMonths();
        }
        else if (!isPlain)
        {
            Count();
        }
    }

    public bool IsDate { get; }

    /// <summary>Shown as a plain number: 「General」, and exponents and fractions, which plans do not use.</summary>
    public bool IsGeneral { get; }

    public IReadOnlyList<DateToken> DateTokens => tokens;

    public bool HasHalfDays => tokens.Exists(token => token.Text is "am/pm" or "a/p" or "上午/下午");

    public string Before { get; private set; } = "";

    public string After { get; private set; } = "";

    /// <summary>Digits behind the point, -1 when the section shows no number at all.</summary>
    public int Decimals { get; private set; } = -1;

    public int FixedDecimals { get; private set; }

    public int WholeDigits { get; private set; }

    public bool HasThousands { get; private set; }

    public bool IsPercent { get; private set; }

    public static IEnumerable<FormatSection> Split(string code)
    {
        var start = 0;
        var quoted = false;
        for (var i = 0; i <= code.Length; i++)
        {
            quoted ^= i < code.Length && code[i] == '"';
            if (i == code.Length || (code[i] == ';' && !quoted))
            {
                yield return new FormatSection(code[start..i]);
                start = i + 1;
            }
        }
    }

    private void TakeApart(string code)
    {
        for (var at = 0; at < code.Length;)
        {
            at += Take(code, at);
        }
    }

    /// <summary>Takes one token and tells how many characters it was.</summary>
    private int Take(string code, int at)
    {
        var rest = code.AsSpan(at);
        switch (code[at])
        {
            case '"':
                var end = code.IndexOf('"', at + 1);
                end = end < 0 ? code.Length : end;
                tokens.Add(new(code[(at + 1)..end], true));
                return end + 1 - at;
            case '\\' or '!' when at + 1 < code.Length:
                tokens.Add(new(code[(at + 1)..(at + 2)], true));
                return 2;
            case '_' or '*':
                return 2;
            case '[':
                return TakeBracket(code, at);
        }

        foreach (var word in new[] { "general", "am/pm", "a/p", "上午/下午" })
        {
            if (rest.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                tokens.Add(new(word, false));
                return word.Length;
            }
        }

        return TakeLetters(code, at);
    }

    private int TakeBracket(string code, int at)
    {
        var end = code.IndexOf(']', at);
        if (end < 0)
        {
            return code.Length - at;
        }

        var inside = code[(at + 1)..end].ToLowerInvariant();
        if (inside is "h" or "hh")
        {
            tokens.Add(new($"[{inside}]", false));
        }
        else if (inside.StartsWith('$') && inside.IndexOf('-') is var dash && (dash < 0 ? inside[1..] : inside[1..dash]) is { Length: > 0 } currency)
        {
            tokens.Add(new(currency, true));
        }

        return end + 1 - at;
    }

    private int TakeLetters(string code, int at)
    {
        var length = 1;
        if (DateLetters.Contains(code[at]))
        {
            while (at + length < code.Length && char.ToLowerInvariant(code[at + length]) == char.ToLowerInvariant(code[at]))
            {
                length++;
            }

            tokens.Add(new(code.Substring(at, length).ToLowerInvariant(), false));
        }
        else
        {
            tokens.Add(new(code[at].ToString(), !"0#?.,%".Contains(code[at])));
        }

        return length;
    }

    /// <summary>An m behind hours or before seconds means minutes.</summary>
    private void TellMinutesFromMonths()
    {
        var last = "";
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (token.IsLiteral || token.Text is "." or "," or "0" or "%")
            {
                tokens[i] = token with { IsLiteral = true };
                continue;
            }

            var next = tokens.Skip(i + 1).FirstOrDefault(later => !later.IsLiteral).Text ?? "";
            if (token.Text is "m" or "mm" && (last.TrimStart('[').StartsWith('h') || next.StartsWith('s')))
            {
                tokens[i] = new(token.Text == "m" ? "min" : "minmin", false);
            }

            last = token.Text;
        }
    }

    private void Count()
    {
        var (before, after) = (new StringBuilder(), new StringBuilder());
        var (seenDigit, behindPoint) = (IsGeneral, false);
        foreach (var token in tokens)
        {
            if (token.IsLiteral || token.Text == "%")
            {
                (seenDigit ? after : before).Append(token.Text);
                IsPercent |= !token.IsLiteral;
                continue;
            }

            var digit = token.Text is "0" or "#" or "?";
            seenDigit |= digit;
            Decimals = digit ? Math.Max(0, Decimals) + (behindPoint ? 1 : 0) : Decimals;
            FixedDecimals += behindPoint && token.Text == "0" ? 1 : 0;
            WholeDigits += !behindPoint && token.Text == "0" ? 1 : 0;
            HasThousands |= token.Text == "," && !behindPoint;
            behindPoint |= token.Text == ".";
        }

        (Before, After) = (before.ToString(), after.ToString());
        Decimals = Math.Min(Decimals, 15);
        FixedDecimals = Math.Min(FixedDecimals, Math.Max(0, Decimals));
    }
}
