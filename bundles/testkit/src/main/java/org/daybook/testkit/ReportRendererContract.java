package org.daybook.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.daybook.api.delivery.Presentation;
import org.daybook.api.delivery.Presentation.LogoPlace;
import org.daybook.api.delivery.ReportRenderer;
import org.daybook.api.report.Block;
import org.daybook.api.report.Branding;
import org.daybook.api.report.ReportDocument;
import org.daybook.api.report.ReportDocument.Section;
import org.daybook.api.report.ReportDocument.Status;
import org.junit.Test;

/**
 * What every {@link ReportRenderer} must do. A renderer of another format than HTML and plain text
 * also overrides {@link #visibleText}.
 */
public abstract class ReportRendererContract {
  private static final String HOSTILE =
      "<script>alert('x')</script> & \"<b>\" &amp; ]]> ${x} $x #set($y=1) </td></table>-->";
  private static final String PAGE = "https://reports.service.test/r/0k3n-Of_TheReader";

  /** One green pixel. */
  private static final Branding.Logo LOGO =
      new Branding.Logo(
          "image/png",
          "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR42mOQj7cGAAFaALo+/M+jAAAAAElFTkSuQmCC",
          1,
          1);

  private static final Pattern ENTITY = Pattern.compile("&(#x?)?(\\w+);");

  /** The renderer, as it is after its activation. */
  protected abstract ReportRenderer createRenderer() throws Exception;

  /** What a person reads in a document; here for HTML and plain text in UTF-8. */
  protected String visibleText(byte[] document) throws Exception {
    String text = new String(document, StandardCharsets.UTF_8);
    return isHtml() ? textOfHtml(text) : text;
  }

  @Test
  public void itNamesItsFormatAndItsMediaType() throws Exception {
    assertThat(createRenderer().format()).matches("[a-z0-9-]{1,20}");
    assertThat(createRenderer().mediaType()).matches("[a-z]+/[a-z0-9.+-]+(;.*)?");
  }

  @Test
  public void theSameReportGivesTheSameBytes() throws Exception {
    ReportRenderer renderer = createRenderer();
    for (Locale language : List.of(Examples.RUSSIAN, Examples.ENGLISH)) {
      byte[] document = renderer.render(ExampleReport.usual(language), Presentation.PLAIN);
      assertThat(renderer.render(ExampleReport.usual(language), Presentation.PLAIN))
          .isEqualTo(document);
      assertThat(createRenderer().render(ExampleReport.usual(language), Presentation.PLAIN))
          .isEqualTo(document);
    }
  }

  @Test
  public void manyThreadsGetTheSameBytes() throws Exception {
    ReportRenderer renderer = createRenderer();
    byte[] alone = renderer.render(ExampleReport.usual(Examples.RUSSIAN), Presentation.PLAIN);
    assertThat(
            Together.onThreads(
                thread ->
                    () ->
                        renderer.render(ExampleReport.usual(Examples.RUSSIAN), Presentation.PLAIN)))
        .allSatisfy(document -> assertThat(document).isEqualTo(alone));
  }

  @Test
  public void everyTextOfEveryBlockIsShown() throws Exception {
    for (Locale language : List.of(Examples.RUSSIAN, Examples.ENGLISH)) {
      ReportDocument report = ExampleReport.usual(language);
      String shown = shown(report);
      for (Section section : report.sections()) {
        shows(shown, section.title());
        for (Block block : section.blocks()) {
          texts(block).forEach(text -> shows(shown, text));
        }
      }
    }
  }

  @Test
  public void theSummaryIsShown() throws Exception {
    for (Locale language : List.of(Examples.RUSSIAN, Examples.ENGLISH)) {
      ReportDocument report = ExampleReport.usual(language);
      String shown = shown(report);
      shows(shown, report.number());
      shows(shown, report.client());
      shows(shown, report.site());
      shows(shown, report.engineer());
      shows(shown, report.headline());
      shows(shown, report.manager().orElseThrow().name());
      report.decisions().forEach(decision -> shows(shown, decision));
    }
  }

  @Test
  public void whyItWasRevisedIsShown() throws Exception {
    for (Locale language : List.of(Examples.RUSSIAN, Examples.ENGLISH)) {
      String reason = "ru".equals(language.getLanguage()) ? "Забыли принтер" : "A printer was left";
      shows(shown(ExampleReport.revised(ExampleReport.usual(language), reason)), reason);
    }
  }

  @Test
  public void theCompanyAndItsFooterAreShown() throws Exception {
    String shown = shown(branded());
    shows(shown, branded().branding().company());
    shows(shown, branded().branding().footer());
  }

  /** Only HTML has a place for it: in the page itself, or beside it in the same message. */
  @Test
  public void theLogoIsWhereThePresentationSays() throws Exception {
    if (isHtml()) {
      assertThat(document(branded(), Presentation.PLAIN))
          .contains("data:image/png;base64," + LOGO.base64());
    }
    if (createRenderer().format().equals("html")) {
      assertThat(document(branded(), new Presentation(Optional.empty(), LogoPlace.IN_MESSAGE)))
          .contains("cid:logo")
          .doesNotContain(LOGO.base64());
      assertThat(document(branded(), Presentation.PLAIN)).contains(branded().branding().accent());
    }
  }

  /** A PDF is passed on: neither it nor the HTML that it is made of is ever given an address. */
  @Test
  public void theReadersOwnPageIsNamedToTheReaderOnly() throws Exception {
    if (List.of("pdf", "print").contains(createRenderer().format())) {
      return;
    }
    Presentation readers = new Presentation(Optional.of(PAGE), LogoPlace.IN_DOCUMENT);
    for (Locale language : List.of(Examples.RUSSIAN, Examples.ENGLISH)) {
      ReportDocument report = ExampleReport.usual(language);
      assertThat(document(report, readers)).contains(PAGE);
      assertThat(document(report, Presentation.PLAIN)).doesNotContain(PAGE, "/r/");
    }
  }

  @Test
  public void theSamePresentationGivesTheSameBytes() throws Exception {
    ReportRenderer renderer = createRenderer();
    Presentation readers = new Presentation(Optional.of(PAGE), LogoPlace.IN_MESSAGE);
    byte[] document = renderer.render(branded(), readers);
    renderer.render(branded(), Presentation.PLAIN);
    assertThat(renderer.render(branded(), readers)).isEqualTo(document);
    assertThat(createRenderer().render(branded(), readers)).isEqualTo(document);
  }

  @Test
  public void hostileTextsAreShownAsText() throws Exception {
    for (Block block : ExampleReport.everyBlock(HOSTILE)) {
      ReportDocument report =
          ExampleReport.with(
              ExampleReport.saying(HOSTILE, Examples.RUSSIAN),
              List.of(new Section("projects", HOSTILE, Status.OK, List.of(block))));
      shows(shown(report), HOSTILE);
      if (isHtml()) {
        assertThat(
                new String(
                    createRenderer().render(report, Presentation.PLAIN), StandardCharsets.UTF_8))
            .doesNotContainIgnoringCase("<script>alert");
      }
    }
  }

  @Test
  public void charactersThatNoDocumentCanHoldBreakNothing() throws Exception {
    for (String text :
        List.of(
            "a\u0000b\u0007c\u001Bd\uFFFFe",
            "alone \uD83D and \uDE00",
            "\u202Etfel ot thgir\u202C \u200B\uFEFF",
            "👩‍💻 Ж ё 漢字 ﷽",
            "x".repeat(10_000),
            "")) {
      assertThat(
              createRenderer()
                  .render(ExampleReport.saying(text, Examples.RUSSIAN), Presentation.PLAIN))
          .isNotEmpty();
    }
  }

  @Test
  public void aReportWithNextToNothingInItIsRendered() throws Exception {
    ReportDocument usual = ExampleReport.usual(Examples.RUSSIAN);
    ReportDocument bare =
        new ReportDocument(
            "—",
            0,
            "",
            usual.createdAt(),
            usual.language(),
            usual.zone(),
            usual.client(),
            usual.clientCode(),
            usual.site(),
            usual.engineer(),
            Optional.empty(),
            usual.visit(),
            usual.arrivedAt(),
            usual.arrivedAt(),
            Optional.empty(),
            new ReportDocument.Summary(0, 0, 0, 0, 0),
            usual.headline(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Branding.NONE);
    shows(shown(bare), bare.headline());
  }

  @Test
  public void aLargeReportIsRendered() throws Exception {
    List<Block.Cell> cells =
        IntStream.rangeClosed(1, 400)
            .mapToObj(
                i ->
                    new Block.Cell(
                        "Место-" + i,
                        "Рабочие места",
                        Block.CellStatus.GREEN,
                        "в порядке",
                        List.of(),
                        Optional.empty()))
            .toList();
    ReportDocument report =
        ExampleReport.with(
            ExampleReport.usual(Examples.RUSSIAN),
            List.of(
                new Section(
                    "devices",
                    "Техника",
                    Status.OK,
                    List.of(new Block.StatusGrid("Техника", cells)))));
    String shown = shown(report);
    cells.forEach(cell -> shows(shown, cell.label()));
  }

  @Test
  public void itsOwnWordsAreInTheLanguageOfTheReport() throws Exception {
    assertThat(shown(ExampleReport.saying("x", Examples.ENGLISH))).doesNotContainPattern("[А-я]");
  }

  private static ReportDocument branded() {
    return ExampleReport.looking(
        ExampleReport.usual(Examples.RUSSIAN),
        new Branding(
            "Мастерская «Кедр»",
            "#1f5f3b",
            Optional.of(LOGO),
            "ООО «Кедр» (вымышленное), Хвойная улица, 7",
            Optional.of("Мастерская «Кедр»"),
            Optional.of("reports@kedr.test")));
  }

  private String document(ReportDocument report, Presentation presentation) throws Exception {
    return new String(createRenderer().render(report, presentation), StandardCharsets.UTF_8);
  }

  private boolean isHtml() throws Exception {
    return createRenderer().mediaType().startsWith("text/html");
  }

  private String shown(ReportDocument report) throws Exception {
    return plain(visibleText(createRenderer().render(report, Presentation.PLAIN)));
  }

  private static void shows(String shown, String text) {
    assertThat(shown.contains(plain(text)))
        .as("'%s' is shown in:%n%s", text, shown.substring(0, Math.min(4000, shown.length())))
        .isTrue();
  }

  /** Without case and without space, which a renderer may set as it likes. */
  private static String plain(String text) {
    return text.replaceAll("[\\s\\u00A0\\u00AD\\u200B]+", "").toLowerCase(Locale.ROOT);
  }

  /** The texts of a block that a reader must find; a chart's unit may be anywhere. */
  private static List<String> texts(Block block) {
    return Texts.in(
        block instanceof Block.BarChart chart
            ? new Block.BarChart(chart.caption(), "", chart.bars())
            : block instanceof Block.Paragraph paragraph
                ? List.of(paragraph.text().split("\n"))
                : block instanceof Block.Pictures pictures ? captions(pictures) : block);
  }

  /** By what a photo is found and proven is nothing for readers. */
  private static List<String> captions(Block.Pictures pictures) {
    return Stream.concat(
            Stream.of(pictures.caption()), pictures.pictures().stream().map(Block.Picture::caption))
        .toList();
  }

  private static String textOfHtml(String html) {
    String text =
        html.replaceAll("(?s)<(style|script|title)\\b.*?</\\1>", " ")
            .replaceAll("(?s)<!--.*?-->", " ")
            .replaceAll("(?s)<[!/?a-zA-Z][^>]*>", " ");
    Matcher entity = ENTITY.matcher(text);
    return entity.replaceAll(found -> Matcher.quoteReplacement(character(found.group())));
  }

  private static String character(String entity) {
    String name = entity.substring(1, entity.length() - 1);
    if (name.startsWith("#x")) {
      return Character.toString(Integer.parseInt(name.substring(2), 16));
    }
    if (name.startsWith("#")) {
      return Character.toString(Integer.parseInt(name.substring(1)));
    }
    return switch (name) {
      case "lt" -> "<";
      case "gt" -> ">";
      case "amp" -> "&";
      case "quot" -> "\"";
      case "apos" -> "'";
      case "nbsp" -> " ";
      case "shy" -> "";
      case "mdash" -> "—";
      case "ndash" -> "–";
      default -> entity;
    };
  }
}
