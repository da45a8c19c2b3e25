using QualityPlan.Domain.Progress;

namespace QualityPlan.Web.Setup.Demonstration;

/// <summary>Evidence of some rows.</summary>
internal sealed class EvidenceStory
{
    public Task AttachAsync(UnitFiling filing, StoryRow row, string byName, DateTime atUtc) => Task.CompletedTask;
}
