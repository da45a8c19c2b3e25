using QualityPlan.Documents.Reading;
using QualityPlan.UnitTests.Reading;
using QualityPlan.Web.Features.Imports;
using QualityPlan.Web.Features.Imports.Recovery;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Features.Imports;

/// <summary>What is read from files spoilt by chance; Features/Uploads sends them through the page.</summary>
public class SpoiltPlanTests
{
    [Fact]
    public void A_plan_is_recovered_from_a_spoilt_file_or_refused_in_time()
    {
        var failures = new List<string>();
        for (var seed = 0; seed < Mutations.Count; seed++)
        {
            var (name, bytes) = Mutations.Make(seed);
            RecoveryResult? result = null;
            var time = ProcessorTime.Of(() => result = Recover(name, bytes));
            if (result!.Plan is null == result.Refusal is null || time > ProcessorTime.Longest || result.Refusal?.Code == Refusals.Unreadable.Code)
            {
                failures.Add($"seed {seed}, {name}: {result.Refusal?.Code ?? "read"} in {time.TotalSeconds:0.0} s");
            }
        }

        failures.ShouldBeEmpty();
    }

    private static RecoveryResult Recover(string name, byte[] bytes)
    {
        var read = PlanFile.Read(name, bytes);
        return read.Document is null ? read.Refusal! : PlanFile.Recover(read.Document, HeadingHints.None);
    }
}
