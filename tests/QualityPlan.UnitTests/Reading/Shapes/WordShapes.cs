using Xunit;
using static QualityPlan.UnitTests.Reading.Shapes.WordFile;

namespace QualityPlan.UnitTests.Reading.Shapes;

/// <summary>
/// Writes the Word samples under tests/Samples/shapes anew. Run by hand: <c>-explicit only -class '*Shapes'</c>.
/// What each must be read as stands beside it as json and was written from its meaning.
/// </summary>
public class WordShapes
{
    private static readonly string[] Usual = ["實施要項", "執行項目", "推動作法", "完成期限", "承辦單位"];

    [Fact(Explicit = true)]
    public void Tracked_changes() => Save("tracked.docx",
        $"<w:p><w:pPr><w:pStyle w:val=\"b\"/></w:pPr>{Run("金門濱海圖書館")}{Deleted("111")}{Inserted("112")}{Run("年度提升服務品質計畫")}</w:p>"
        + P(Run("壹、計畫依據：依文化部") + Deleted("111年函") + Inserted("112年函") + Run("辦理。"))
        + $"<w:p><w:pPr><w:rPr><w:del {Change()}/></w:rPr></w:pPr>{Run("貳、計畫")}</w:p>" + P("內容：")
        + Table(
            Row(Usual),
            Row("一、服務流程", "1. 單一窗口", Run("1.1 設置") + Deleted("單一") + Inserted("全功能") + Run("服務臺。"), Deleted("112年3月") + Inserted("112年6月"), "閱覽組"),
            Row($"<w:ins {Change()}/>", ["", "", Inserted("1.2 新增假日辦證服務。"), Inserted("112年9月"), Inserted("閱覽組、資訊組")]),
            Row($"<w:del {Change()}/>", ["", "", Deleted("1.3 取消的作法。"), Deleted("112年10月"), Deleted("總務組")]),
            Row("", "2. 流程透明", Run("2.1 ") + Moved(to: false, "公開作業時間。") + Moved(to: true, "公開服務標準與作業時間。"), "112年12月", "秘書室"),
            Row("二、服務態度", "1. 禮儀", "1.1 辦理禮儀訓練。", "112年4月", Deleted("秘書室") + Inserted("人事室")))
        + P("參、附則：本計畫奉核後實施。"));

    [Fact(Explicit = true)]
    public void Automatic_numbers() => Save("numbered.docx",
        Title("三星鄉立圖書館118年度服務計畫")
        + Item(1, 0, "依據：縣府118年函。") + Item(1, 0, "目標：深耕閱讀。") + Item(1, 0, "內容：")
        + Table(
            Row("實施要項", "執行策略", "執行方法", "承辦單位"),
            Row("↓" + Item(2, 0, "便民服務") + Item(2, 1, "環境"), Item(2, 2, "改善照明"), Item(2, 3, "更換燈具20組。") + Item(2, 3, "增設閱讀燈。"), "總務組"),
            Row("↑", Item(2, 2, "改善動線"), Item(2, 3, "重新規劃動線。"), "閱覽組"),
            Row(Item(2, 1, "設備"), Item(2, 2, "更新電腦"), Item(2, 3, "汰換10臺。"), "資訊組"),
            Row(Item(2, 0, "推廣服務") + Item(2, 1, "活動"), Item(2, 2, "說故事"), Item(2, 3, "每週六辦理。") + Item(2, 3, "培訓故事志工。"), "推廣組"))
        + Item(1, 0, "考核：每季檢討。"),
        Levels(0, ("ideographLegalTraditional", "%1、")) + Levels(1, ("taiwaneseCountingThousand", "%1、"), ("taiwaneseCountingThousand", "(%2)"), ("decimal", "%3."), ("decimal", "(%4)"))
        + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num>");

    [Fact(Explicit = true)]
    public void Tables_in_tables() => Save("nested.docx",
        Table(Row(P("北海岸遊客中心服務計畫") + Table(
            Row("構面", "具體作法", "完成期限", "主辦單位", "協辦單位"),
            Row("↓基礎服務", P("1. 設置友善設施，項目如下：") + Table(Row("輪椅", "3輛"), Row("嬰兒車", "5輛")), "113年3月", "遊憩課", "工務課"),
            Row("↑", "2. 增設哺乳室。", "113年5月", "工務課", ""),
            Row("服務創新", "1. 推出數位導覽。", "113年9月", "企劃課", "遊憩課")))));

    [Fact(Explicit = true)]
    public void Content_controls() => Save("controls.docx",
        Control(Title("安平稅務分局111年度提升服務品質執行計畫")) + P("壹、計畫依據：依稅務局函辦理。") + P("貳、執行內容：")
        + Control(Table(
            Row("執行策略", "推動作法", "完成期程", "主辦單位"),
            Control(Row("↓申辦便捷", "1. 推動跨區收件。", P(Control(Run("111年3月31日"))), P(Control(Run("服務股"))))),
            Row("↑", "2. 免附戶籍謄本。", Control(P("111年6月30日")), P(Control(Run("房屋稅股")))),
            Row("資訊公開", "1. 公開作業流程。", P(Control(Run("按一下這裡以輸入日期。"), isPrompt: true)), "資訊股"))));

    [Fact(Explicit = true)]
    public void Fields_notes_and_hidden_text() => Save("fields.docx",
        Title("蘭陽植物園１１３年度提升服務品質計畫")
        + P("壹、計畫依據：依農業部函辦理。") + P(Run("貳、計畫期程：") + Field("DATE", "113年1月至12月。")) + P("參、計畫內容：")
        + Table(
            Row("<w:tblHeader/>", Usual),
            Row("一、環境服務", "1. 園區設施", "1.1 更新解說牌60面，並增設QR\u00a0Code導\u00ad覽。", "113年3月、6月", "解說課、工務課"),
            Row("", "", Run("1.2　每日巡檢") + Hidden("（請工務課確認）") + Run("園區步道。") + Note, "每日", "工務課"),
            Row("二、解說服務", "1. 志工", Run("1.1 招募志工30名，詳見") + Field("HYPERLINK \"https://example.gov.tw\"", "官網") + Run("。"), Run("113年12") + "<w:r><w:softHyphen/></w:r>" + Run("月"), "解說課"))
        + P("肆、附則：得滾動修正。"),
        notes: "<w:footnote w:type=\"separator\" w:id=\"-1\"><w:p/></w:footnote><w:footnote w:id=\"1\"><w:p><w:r><w:t>颱風期間除外。</w:t></w:r></w:p></w:footnote>");

    private const string Note = "<w:r><w:footnoteReference w:id=\"1\"/></w:r>";

    private static string Hidden(string text) => $"<w:r><w:rPr><w:vanish/></w:rPr><w:t>{text}</w:t></w:r>";

    private static string Field(string code, string shown) =>
        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>"
        + $"<w:r><w:instrText xml:space=\"preserve\"> {code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>{Run(shown)}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";

    private static string Moved(bool to, string text)
    {
        var name = to ? "moveTo" : "moveFrom";
        return $"<w:{name} {Change()}><w:r><w:t>{text}</w:t></w:r></w:{name}>";
    }

    private static string Control(string content, bool isPrompt = false) =>
        $"<w:sdt><w:sdtPr>{(isPrompt ? "<w:showingPlcHdr/>" : "")}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>";

    private static string Levels(int list, params (string Format, string Text)[] levels) =>
        $"<w:abstractNum w:abstractNumId=\"{list}\"><w:multiLevelType w:val=\"multilevel\"/>{string.Concat(levels.Select((level, index) =>
            $"<w:lvl w:ilvl=\"{index}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{level.Format}\"/><w:lvlText w:val=\"{level.Text}\"/></w:lvl>"))}</w:abstractNum>";
}
