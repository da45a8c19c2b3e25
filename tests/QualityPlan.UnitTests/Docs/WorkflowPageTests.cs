using Shouldly;
using Xunit;

namespace QualityPlan.UnitTests.Docs;

public class WorkflowPageTests
{
    private static readonly string Page = Repository.PathOf("docs", "workflow.md");

    [Fact]
    public void The_workflow_page_says_what_the_tables_say()
    {
        if (Repository.WritesDocs)
        {
            File.WriteAllText(Page, WorkflowPage.Text());
        }

        File.ReadAllText(Page).ShouldBe(WorkflowPage.Text());
    }
}
