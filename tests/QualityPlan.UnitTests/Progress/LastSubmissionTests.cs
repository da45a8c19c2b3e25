using QualityPlan.Domain.Progress;
using Shouldly;
using Xunit;

namespace QualityPlan.UnitTests.Progress;

public class LastSubmissionTests
{
    [Theory]
    [InlineData(1, "1+ 2- 3-", "1", "nothing was touched since")]
    [InlineData(1, "1- 2+ 3-", "2", "done out of order")]
    [InlineData(1, "1+ 2+ 3-", "1", "ticked since: comes off the latest")]
    [InlineData(2, "1- 2+ 3-", "1 2", "unticked since: goes back on the earliest")]
    [InlineData(0, "1+ 2+ 3+", "", "all ticked since")]
    [InlineData(3, "1- 2- 3-", "1 2 3", "all unticked since")]
    public void As_many_checkpoints_count_as_were_submitted(int count, string boxes, string done, string why)
    {
        var marks = boxes.Split(' ').Select(box => new MarkedCheckpoint(box[0] - '0', new DateOnly(2026, box[0] - '0', 28), box[1] == '+'));

        string.Join(' ', LastSubmission.DoneOf(count, marks.Reverse()).Order()).ShouldBe(done, why);
    }
}
