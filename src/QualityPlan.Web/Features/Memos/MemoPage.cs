using QualityPlan.Domain;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Books;
using QualityPlan.Web.Features.Shared;

namespace QualityPlan.Web.Features.Memos;

/// <summary>The 簽稿 of a round: a form while it may be written, otherwise its text.</summary>
public sealed record MemoPage(MemoSheet Memo, MemoForm Form)
{
    public required Verdict MayWrite { get; init; }

    /// <summary>The figures still move: reporters can file, and the report has not gone up.</summary>
    public bool IsEarly { get; init; }

    /// <summary>What stands in the system now, when somebody else saved meanwhile.</summary>
    public MemoText? Theirs { get; init; }

    public bool HasLongSubject => Form.Subject.Length > MemoText.UsualSubjectLength;

    /// <summary>Puts back what was typed; when somebody was faster, his text stands beside it and the next save goes over it.</summary>
    public MemoPage With(MemoForm typed, Verdict verdict)
    {
        if (!verdict.IsChangedMeanwhile())
        {
            return this with { Form = typed };
        }
        typed.VersionShown = Memo.Kept?.Version ?? 0;
        return this with { Form = typed, Theirs = Memo.Text };
    }
}

/// <summary>The 簽稿範本.</summary>
public sealed record TemplatePage(MemoForm Form, int Version)
{
    public TemplatePage With(MemoForm typed, Verdict verdict)
    {
        typed.VersionShown = verdict.IsChangedMeanwhile() ? Version : typed.VersionShown;
        return this with { Form = typed };
    }
}
