namespace QualityPlan.Documents.Writing.Pdf.Text;

/// <summary>What a character means for breaking lines (避頭尾).</summary>
internal enum BreakClass : byte
{
    /// <summary>Chinese characters and symbols: a line may break on either side.</summary>
    Ideograph,

    /// <summary>Letters and whatever belongs to a word; words are not cut.</summary>
    Word,

    Digit,

    /// <summary>年月日 and the like stay with the number before them.</summary>
    Counter,

    /// <summary>A hyphen or a slash: a line may break behind it when a letter follows.</summary>
    Joint,

    /// <summary>Never at the start of a line: 、，。」 and the like.</summary>
    Closer,

    /// <summary>A western full stop or comma: never at the start of a line, and inside numbers no break behind.</summary>
    Stop,

    /// <summary>Never at the end of a line: 「（ and the like.</summary>
    Opener,

    /// <summary>A western bracket: as an opener, and not torn from the word before it.</summary>
    WordOpener,

    /// <summary>A straight quotation mark, which tells no side.</summary>
    Quote,

    /// <summary>Half of a pair that stays together: —— and ……</summary>
    Dash,

    Space,

    NewLine,

    /// <summary>Takes no room; stays with the character before it.</summary>
    Attached,
}
