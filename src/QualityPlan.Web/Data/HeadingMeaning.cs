namespace QualityPlan.Web.Data;

/// <summary>
/// 欄位標題對應: what a column heading means in the plans of one agency, chosen by hand because no synonym fits. The
/// next import of that agency reads by it and asks nothing.
/// </summary>
public sealed class HeadingMeaning
{
    public const int AgencyLength = 100;
    public const int HeadingLength = 40;
    public const int FieldLength = 20;

    public HeadingMeaning(string agency, string heading, string field)
    {
        Agency = agency;
        Heading = heading;
        Field = field;
    }

    private HeadingMeaning() => Agency = Heading = Field = "";

    public int Id { get; private set; }

    public string Agency { get; private set; }

    /// <summary>The heading without blanks and notes in brackets.</summary>
    public string Heading { get; private set; }

    /// <summary>Name of the field the column holds, or of the plan itself when the column is not read.</summary>
    public string Field { get; private set; }

    public void Means(string field) => Field = field;
}
