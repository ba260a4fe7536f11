package org.daybook.rendering.velocity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import org.daybook.api.delivery.Presentation;
import org.daybook.api.notice.Notice;
import org.daybook.api.notice.NoticeKind;
import org.daybook.api.report.ReportDocument;
import org.daybook.testkit.ExampleReport;
import org.daybook.testkit.Examples;
import org.daybook.testkit.RecordingNotices;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class OperatorTemplatesTest {
  private static final String BUILT_IN = "<!DOCTYPE html>";

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final RecordingNotices notices = new RecordingNotices();
  private final ReportDocument report = ExampleReport.usual(Examples.RUSSIAN);
  private Path directory;
  private Templates templates;
  private long modified = 1_000_000;

  @Before
  public void start() {
    directory = folder.getRoot().toPath().resolve("templates");
    templates = new Templates(Optional.of(directory));
    templates.notices = notices;
  }

  @Test
  public void withoutAFolderOursAreUsed() {
    assertThat(html()).startsWith(BUILT_IN);
    assertThat(notices.all()).isEmpty();
  }

  @Test
  public void aTemplateTakesEffectAtTheNextRendering() throws Exception {
    html();
    write("html.vm", "one $s.client()");
    assertThat(html()).isEqualTo("one ООО «Ромашка»\n");
    write("html.vm", "two $s.client()");
    assertThat(html()).isEqualTo("two ООО «Ромашка»\n");
    Files.delete(directory.resolve("html.vm"));
    assertThat(html()).startsWith(BUILT_IN);
  }

  @Test
  public void theClientsOwnComesFirst() throws Exception {
    write("html.vm", "everybody's");
    write("romashka/html.vm", "Romashka's");
    write("another/html.vm", "another's");
    assertThat(html()).isEqualTo("Romashka's\n");
  }

  @Test
  public void eachFormatHasItsOwn() throws Exception {
    write("txt.vm", "text: $s.headline()");
    write("page.vm", "<p>$s.headline()</p>");
    write("print.vm", "<html><body>$s.headline()</body></html>");
    assertThat(txt()).startsWith("text: Выполнено");
    assertThat(string(new PageRenderer(templates).render(report, Presentation.PLAIN)))
        .startsWith("<p>Выполнено");
    assertThat(print()).startsWith("<html><body>Выполнено");
    assertThat(html()).startsWith(BUILT_IN);
  }

  @Test
  public void itMayUseOurMacrosAndReplaceOneOfThem() throws Exception {
    write(
        "page.vm", "#macro(pill $look $text)<b>$text</b>#end\n" + "<main>#reportSections()</main>");
    String page = string(new PageRenderer(templates).render(report, Presentation.PLAIN));
    assertThat(page).startsWith("<main>").contains("<b>исправлено</b>").contains("SRV-1");
    assertThat(notices.standing()).isEmpty();
  }

  @Test
  public void oneThatCannotBeParsedIsReportedWithItsLineAndOursIsUsed() throws Exception {
    write("romashka/html.vm", "fine\n#if($s.client())\nno end");
    assertThat(html()).startsWith(BUILT_IN);
    Notice notice = notices.standing(NoticeKind.LOOKS_FAULT, "template:romashka/html.vm").get();
    assertThat(notice.subject())
        .contains("romashka/html.vm")
        .containsPattern("line \\d")
        .contains("built-in");
    assertThat(notice.recipientId()).isEmpty();
  }

  @Test
  public void oneThatAsksForWhatIsNotThereIsReportedWithItsLineToo() throws Exception {
    write("html.vm", "one\ntwo $s.colour()");
    assertThat(html()).startsWith(BUILT_IN);
    assertThat(fault()).contains("html.vm").contains("line 2").contains("colour");
    write("html.vm", "one\n\n$nobody");
    assertThat(html()).startsWith(BUILT_IN);
    assertThat(fault()).contains("line 3").contains("nobody");
  }

  @Test
  public void aFaultIsToldOnceAndWithdrawnWhenItIsMended() throws Exception {
    write("html.vm", "$nobody");
    html();
    html();
    html();
    assertThat(notices.standing()).extracting(Notice::seen).containsExactly(1);
    write("html.vm", "mended");
    assertThat(html()).isEqualTo("mended\n");
    assertThat(notices.standing()).isEmpty();
  }

  @Test
  public void aFaultIsWithdrawnWhenTheFileGoes() throws Exception {
    write("html.vm", "$nobody");
    html();
    Files.delete(directory.resolve("html.vm"));
    html();
    assertThat(notices.standing()).isEmpty();
  }

  @Test
  public void aFaultOfBeforeARestartIsWithdrawn() throws Exception {
    notices.raise(NoticeKind.LOOKS_FAULT, "template:html.vm", "x", Optional.empty());
    write("html.vm", "fine");
    html();
    assertThat(notices.standing()).isEmpty();
  }

  @Test
  public void whatFailsOnSomeReportsStandsUntilItsFileIsChanged() throws Exception {
    write("html.vm", "#if($s.decisions().isEmpty())fine#else$nobody#end");
    assertThat(html()).startsWith(BUILT_IN);
    ReportDocument other =
        ExampleReport.with(ExampleReport.revised(report, "x"), List.of()); // still has decisions
    assertThat(string(new HtmlRenderer(templates).render(other, Presentation.PLAIN)))
        .startsWith(BUILT_IN);
    assertThat(notices.standing()).hasSize(1);
  }

  @Test
  public void withoutTheServiceForNoticesItIsToldLater() throws Exception {
    templates.notices = null;
    write("html.vm", "$nobody");
    assertThat(html()).startsWith(BUILT_IN);
    templates.notices = notices;
    html();
    assertThat(notices.standing()).hasSize(1);
  }

  @Test
  public void printThatIsNoXmlIsNotUsed() throws Exception {
    write("print.vm", "<html><body><br></body></html>");
    assertThat(print()).startsWith("<?xml");
    assertThat(fault("print.vm")).contains("well-formed");
  }

  @Test
  public void bytesThatAreNoUtf8AreNoTemplate() throws Exception {
    Files.createDirectories(directory);
    Files.write(directory.resolve("html.vm"), "Отчёт".getBytes("windows-1251"));
    assertThat(html()).startsWith(BUILT_IN);
    assertThat(fault()).contains("UTF-8");
  }

  @Test
  public void whatItInsertsIsEscapedAsOursIs() throws Exception {
    write("html.vm", "$s.headline() #set($x = $s.headline())$x");
    ReportDocument hostile = ExampleReport.saying("<script>$s.client()", Examples.RUSSIAN);
    assertThat(string(new HtmlRenderer(templates).render(hostile, Presentation.PLAIN)))
        .isEqualTo("&lt;script&gt;$s.client() &lt;script&gt;$s.client()\n");
  }

  @Test
  public void itReachesNoClassAndNoFile() throws Exception {
    for (String attempt :
        List.of(
            "$s.class",
            "$s.getClass()",
            "$s.getClass().forName('java.lang.Runtime')",
            "$s.headline().getClass().getClassLoader()",
            "$s.class.protectionDomain",
            "#set($c = $s.figures().getClass())$c",
            "$show.look('GOOD').getClass()",
            "$w.getClass().getResource('/')",
            "#foreach($x in [1])$foreach.getClass()#end",
            "$s.report",
            "$w.words",
            "#set($s.client = 'x')")) {
      write("html.vm", attempt);
      assertThat(html()).as(attempt).startsWith(BUILT_IN);
      assertThat(fault()).as(attempt).isNotBlank();
    }
    for (String directive :
        List.of("#include('/etc/passwd')", "#parse('html.vm')", "#evaluate('$s.client()')")) {
      write("html.vm", directive);
      assertThat(html()).as(directive).doesNotContain("root:").doesNotContain("Ромашка»\n");
    }
  }

  @Test
  public void aClientsCodeLeadsNowhereElse() throws Exception {
    Path outside = folder.getRoot().toPath().resolve("html.vm");
    Files.writeString(outside, "outside");
    OperatorTemplates places = new OperatorTemplates(Optional.of(directory), new Engine(), "");
    for (String code : List.of("..", "../..", "a/b", "/", "", ".", "\u0000")) {
      assertThat(places.places("html", code)).containsExactly(directory.resolve("html.vm"));
    }
  }

  private String fault() {
    return fault("html.vm");
  }

  private String fault(String template) {
    return notices.standing(NoticeKind.LOOKS_FAULT, "template:" + template).get().subject();
  }

  private String html() {
    return string(new HtmlRenderer(templates).render(report, Presentation.PLAIN));
  }

  private String txt() {
    return string(new TextRenderer(templates).render(report, Presentation.PLAIN));
  }

  private String print() {
    return string(new PrintRenderer(templates).render(report, Presentation.PLAIN));
  }

  private static String string(byte[] document) {
    return new String(document, StandardCharsets.UTF_8);
  }

  /** Each one is newer than the one before, however coarse the clock of the file system is. */
  private void write(String name, String template) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, template);
    modified += 1000;
    Files.setLastModifiedTime(file, FileTime.fromMillis(modified));
  }
}
