namespace QualityPlan.Documents.Reading;

/// <summary>Reads through a content control (w:sdt), but not its prompt when nothing was filled in.</summary>
internal static class DocxContentControl
{
    public static void Read(PartReader part, Action readContent)
    {
        var prompt = false;
        foreach (var name in part.Children())
        {
            if (name == "w:sdtPr")
            {
                foreach (var property in part.Children())
                {
                    prompt |= property == "w:showingPlcHdr";
                }
            }
            else if (name == "w:sdtContent" && !prompt)
            {
                readContent();
            }
        }
    }
}
