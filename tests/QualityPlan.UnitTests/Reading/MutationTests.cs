using QualityPlan.Documents;
using QualityPlan.Documents.Reading;
using Shouldly;
using Xunit;

namespace QualityPlan.UnitTests.Reading;

public class MutationTests
{
    [Fact]
    public void A_spoilt_file_is_read_or_refused_in_time()
    {
        var failures = new List<string>();
        for (var seed = 0; seed < Mutations.Count; seed++)
        {
            var (name, bytes) = Mutations.Make(seed);
            ReadResult? result = null;
            var time = ProcessorTime.Of(() => result = DocumentReading.Read(name, bytes));
            var isEither = result!.Document is null != result.Refusal is null;
            if (!isEither || time > ProcessorTime.Longest || result.Refusal?.Code == Refusals.Unreadable.Code)
            {
                failures.Add($"seed {seed}, {name}: {result.Refusal?.Code ?? "read"} in {time.TotalSeconds:0.0} s");
            }
        }

        failures.ShouldBeEmpty();
    }
}
