package org.daybook.itests.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.Multipart;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.daybook.itests.support.Http;
import org.daybook.itests.support.HttpAnswer;
import org.daybook.itests.support.RunningDaybook;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.junit.BeforeClass;
import org.junit.Test;

/** What the client gets after the demo's visit day, in every format it comes in. */
public class VisitDayIT {
  private static final List<String> FORMATS = List.of("json", "html", "txt", "pdf", "eml");
  private static final List<String> TITLES =
      List.of(
          "Проекты и задачи", "Задачи от ответственного лица", "Регламентные работы на технике");

  /** Of more tasks in a section, those that went well have a line each. */
  private static final int TASKS_IN_FULL = 8;

  private static final String FAULTY_SERVER = "Файловый сервер 1";
  private static final String FAULTY_COMPUTER = "Бухгалтерия-1";
  private static final List<String> PROBLEMS =
      List.of(
          "Диск D: заполнен на 94 %",
          "Нужен диск большего объёма, согласуем покупку",
          "Жёсткий диск сыплется: 38 переназначенных секторов",
          "Заказан SSD, данные скопированы на сервер");

  private static String visit;
  private static Office office;
  private static JsonNode json;
  private static String text;
  private static Document html;

  @BeforeClass
  public static void playTheDay() {
    visit = DemoDay.visit();
    office = new Office(DemoDay.daybook());
    json = report("json").json();
    text = report("txt").text();
    html = Jsoup.parse(report("html").text());
  }

  @Test
  public void jsonHasTheShapeOfTheContract() {
    assertThat(json.path("number").asText()).matches("\\d{4}-\\d{4}");
    assertThat(json.path("revision").asInt()).isEqualTo(1);
    assertThat(json.path("client").asText()).isEqualTo("ООО «Ромашка»");
    assertThat(json.path("site").asText()).contains("Главный офис");
    assertThat(json.path("engineer").asText()).isEqualTo("Илья Подорожников");
    assertThat(json.path("visit").asText()).isEqualTo(visit);
    OffsetDateTime arrived = OffsetDateTime.parse(json.path("arrivedAt").asText());
    assertThat(OffsetDateTime.parse(json.path("departedAt").asText())).isAfter(arrived);
    JsonNode summary = json.path("summary");
    for (String figure :
        List.of("tasksDone", "tasksTotal", "devicesGreen", "devicesTotal", "minutesOnSite")) {
      assertThat(summary.path(figure).isInt()).as(figure).isTrue();
    }
    assertThat(summary.path("devicesGreen").asInt()).isEqualTo(23);
    assertThat(summary.path("devicesTotal").asInt()).isEqualTo(25);
    assertThat(json.path("sections").findValuesAsText("id"))
        .containsExactly("projects", "wishes", "devices");
    for (JsonNode section : json.path("sections")) {
      assertThat(section.path("status").asText()).isEqualTo("OK");
      assertThat(TITLES).contains(section.path("title").asText());
      assertThat(section.path("blocks")).isNotEmpty();
      section.path("blocks").forEach(block -> assertThat(block.path("type").asText()).isNotBlank());
    }
    for (JsonNode item : items()) {
      assertThat(item.path("title").asText()).isNotBlank();
      assertThat(item.path("state").asText()).as(item.toString()).isNotBlank();
      assertThat(item.has("result") || item.has("reason")).as(item.toString()).isTrue();
    }
  }

  @Test
  public void jsonIsHashed() throws GeneralSecurityException {
    String whole = report("json").text();
    Matcher hash = Pattern.compile("\"sha256\":\"([0-9a-f]{64})\",").matcher(whole);
    assertThat(hash.find()).isTrue();
    byte[] hashed =
        MessageDigest.getInstance("SHA-256").digest(hash.replaceFirst("").getBytes(UTF_8));
    assertThat(HexFormat.of().formatHex(hashed)).isEqualTo(hash.group(1));
    assertThat(text).contains(hash.group(1).substring(0, 12));
    assertThat(html.text()).contains(hash.group(1).substring(0, 12));
  }

  @Test
  public void gridHasEveryDeviceAndTwoAreRed() {
    assertThat(cells()).hasSize(25);
    assertThat(cells().stream().map(cell -> cell.path("label").asText()))
        .containsExactlyInAnyOrderElementsOf(devices());
    List<JsonNode> red =
        cells().stream().filter(cell -> cell.path("status").asText().equals("RED")).toList();
    assertThat(red.stream().map(cell -> cell.path("label").asText()))
        .containsExactly(FAULTY_SERVER, FAULTY_COMPUTER);
    assertThat(red.get(0).path("reasons").toString()).contains("Диск D: заполнен на 94 %");
    assertThat(red.get(1).path("reasons").toString()).contains("38 переназначенных секторов");
    assertThat(cells())
        .filteredOn(cell -> !red.contains(cell))
        .allSatisfy(
            cell -> {
              assertThat(cell.path("status").asText()).isEqualTo("GREEN");
              assertThat(cell.path("reasons")).isEmpty();
            });
  }

  @Test
  public void htmlShowsThreeSectionsAndTheDevices() {
    assertThat(html.select("h2").eachText())
        .containsExactly("1. " + TITLES.get(0), "2. " + TITLES.get(1), "3. " + TITLES.get(2));
    assertThat(tiles("td.bad")).hasSize(2).allMatch(tile -> tile.startsWith("✕ "));
    assertThat(tiles("td.bad").get(0)).contains(FAULTY_SERVER, PROBLEMS.get(0));
    assertThat(tiles("td.bad").get(1)).contains(FAULTY_COMPUTER, PROBLEMS.get(2));
    assertThat(tiles("td.good")).hasSize(23).allMatch(tile -> tile.contains("✓ в порядке"));
    Set<String> green = new HashSet<>(devices());
    green.removeAll(Set.of(FAULTY_SERVER, FAULTY_COMPUTER));
    assertThat(tiles("td.good").stream().map(tile -> tile.replaceAll(" ✓.*", "")))
        .containsExactlyInAnyOrderElementsOf(green);
    assertThat(spaced(html.text())).contains(PROBLEMS);
  }

  @Test
  public void htmlAsksNobodyForAnything() {
    assertThat(html.select("script, img, iframe, link, object, form")).isEmpty();
    assertThat(html.outerHtml()).doesNotContain("url(", "http://", "https://");
  }

  @Test
  public void textSaysEverythingThatHtmlSays() {
    String said = spaced(text);
    assertThat(html.body().nodeStream(TextNode.class).flatMap(VisitDayIT::said))
        .filteredOn(part -> !part.isEmpty())
        .hasSizeGreaterThan(200)
        .allSatisfy(part -> assertThat(said).contains(part));
    assertThat(words(said)).isEqualTo(words(html.text()));
  }

  @Test
  public void textTellsDeviceByDevice() {
    String said = spaced(text);
    for (JsonNode cell : cells()) {
      boolean red = cell.path("status").asText().equals("RED");
      String line =
          (red ? "[!] " : "[OK] ")
              + cell.path("label").asText()
              + " — "
              + cell.path("word").asText();
      assertThat(said).containsOnlyOnce(line);
      cell.path("reasons").forEach(reason -> assertThat(said).contains(reason.asText()));
    }
    assertThat(said).contains(PROBLEMS);
  }

  @Test
  public void textAndHtmlTellTaskByTaskTheSame() {
    String inText = spaced(text);
    String inHtml = spaced(html.text()).replaceAll("[✓✕▲] ?", "");
    assertThat(items()).hasSizeGreaterThan(20);
    for (String section : List.of("projects", "wishes")) {
      boolean brief = items(section).size() > TASKS_IN_FULL;
      for (JsonNode item : items(section)) {
        String title = item.path("title").asText();
        String state = item.path("state").asText();
        List<String> details = new ArrayList<>();
        item.path("details").forEach(detail -> details.add(detail.asText()));
        String facts = String.join(" · ", details);
        if (brief && item.has("result") && !item.has("reason") && !item.has("next")) {
          String told = item.path("result").asText() + " " + facts;
          assertThat(inText).contains(spaced(title + " — " + state + " " + told));
          assertThat(inHtml).contains(spaced(state + " " + title + " — " + told));
        } else {
          StringBuilder more = new StringBuilder(details.isEmpty() ? "" : " " + facts);
          append(more, "Почему", item.path("reason"));
          append(more, "Сделано", item.path("result"));
          append(more, "Дальше", item.path("next"));
          assertThat(inText).contains(spaced(title + " — " + state + more));
          assertThat(inHtml).contains(spaced(title + " " + state + more));
        }
      }
    }
  }

  @Test
  public void pdfShowsTheSameInReadableCyrillic() throws IOException {
    byte[] pdf = report("pdf").bytes();
    assertThat(pdf.length).isLessThan(500_000);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isBetween(2, 8);
      String extracted = spaced(new PDFTextStripper().getText(document));
      assertThat(extracted).contains(TITLES).contains(PROBLEMS).contains(devices());
      assertThat(extracted).doesNotContain("####").contains("Выполнено");
      for (JsonNode item : items()) {
        assertThat(extracted).contains(spaced(item.path("title").asText()));
      }
      assertThat(occurrences(extracted, "в порядке")).isGreaterThanOrEqualTo(23);
    }
  }

  @Test
  public void tasksWentAsTheDayWent() {
    assertThat(DemoDay.tasks())
        .filteredOn(task -> task.path("state").asText().equals("ACCEPTED"))
        .extracting(task -> task.path("title").asText())
        .contains("После обновления 1С не печатаются счета");
    assertThat(items("projects"))
        .anySatisfy(
            item -> {
              assertThat(item.path("title").asText()).contains("Заменить батарею");
              assertThat(item.path("details").toString()).contains("переносится 2-й раз, с ");
            });
    assertThat(DemoDay.tasks())
        .filteredOn(task -> task.path("carriedOver").asInt() == 2)
        .filteredOn(task -> task.path("state").asText().equals("CARRIED_OVER"))
        .hasSize(1)
        .allSatisfy(task -> assertThat(task.path("promisedSince").asText()).isNotBlank());
    assertThat(items("projects"))
        .filteredOn(item -> item.path("title").asText().equals("Не печатает чек на кассе"))
        .hasSize(1)
        .allSatisfy(item -> assertThat(item.path("state").asText()).isEqualTo("решено удалённо"));
    long remotely =
        items("projects").stream()
            .filter(item -> item.path("state").asText().equals("решено удалённо"))
            .count();
    assertThat(spaced(text)).contains("Решено удалённо: " + remotely + " из ");
    assertThat(items("wishes"))
        .extracting(item -> item.path("title").asText())
        .containsExactly(
            "Добавить на телефон директора рабочую почту", "Переставить принтер к окну");
  }

  @Test
  public void mailHoldsTheSameReport() throws Exception {
    MimeMessage mail = mail(letter().bytes());
    assertThat(mail.getSubject())
        .startsWith("Отчёт о выезде ")
        .endsWith("ООО «Ромашка»: 23 из 25 устройств в порядке");
    assertThat(mail.getMessageID()).isEqualTo("<" + delivery().path("messageId").asText() + ">");
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(mail.getHeader("X-Auto-Response-Suppress")).containsExactly("OOF, AutoReply");
    assertThat(((InternetAddress) mail.getReplyTo()[0]).getPersonal())
        .isEqualTo(json.path("manager").path("name").asText());
    assertThat(mail.getRecipients(Message.RecipientType.TO)).hasSize(1);
    assertThat(mail.getAllRecipients()).hasSize(1);

    Multipart mixed = (Multipart) mail.getContent();
    assertThat(mixed.getContentType()).startsWith("multipart/mixed");
    assertThat(mixed.getCount()).isEqualTo(2);
    Multipart alternative = (Multipart) mixed.getBodyPart(0).getContent();
    assertThat(alternative.getContentType()).startsWith("multipart/alternative");
    assertThat(alternative.getCount()).isEqualTo(2);
    assertThat(withoutPage(lines(alternative.getBodyPart(0), "text/plain")))
        .isEqualTo(withoutPage(text.lines().toList()));
    assertThat(withoutPage(lines(alternative.getBodyPart(1), "text/html")))
        .isEqualTo(withoutPage(report("html").text().lines().toList()));
    BodyPart pdf = mixed.getBodyPart(1);
    assertThat(pdf.isMimeType("application/pdf")).isTrue();
    assertThat(pdf.getDisposition()).isEqualTo("attachment");
    assertThat(pdf.getInputStream().readAllBytes()).isEqualTo(report("pdf").bytes());
  }

  @Test
  public void mailLeadsToTheClientsPage() throws Exception {
    Multipart mixed = (Multipart) mail(letter().bytes()).getContent();
    Multipart alternative = (Multipart) mixed.getBodyPart(0).getContent();
    List<String> inText =
        lines(alternative.getBodyPart(0), "text/plain").stream()
            .filter(line -> line.contains("://"))
            .toList();
    Document letter =
        Jsoup.parse(String.join("\n", lines(alternative.getBodyPart(1), "text/html")));
    assertThat(letter.select("a").eachAttr("href")).isEqualTo(inText).hasSize(2);
    assertThat(letter.select("a").eachText())
        .containsExactly("Моей задачи нет в отчёте", "Открыть страницу отчёта");
    String page = inText.get(1);
    assertThat(page).matches(Pattern.quote(DemoDay.daybook().address()) + "/r/[\\w-]{43}");
    assertThat(inText.get(0)).isEqualTo(page + "#dispute");
    HttpAnswer opened =
        DemoDay.daybook().http().get(page.substring(DemoDay.daybook().address().length()));
    assertThat(opened.status()).isEqualTo(200);
    assertThat(opened.text()).contains(json.path("number").asText(), "id=\"dispute\"");
    assertThat(text).doesNotContain("://");
  }

  @Test
  public void theStaffIsNotShownTheRecipientsOwnLink() {
    String shown = new String(report("eml").bytes(), UTF_8);
    String own = new String(letter().bytes(), UTF_8);
    assertThat(shown).isNotEqualTo(own).startsWith(own.substring(0, own.indexOf("Date:")));
  }

  @Test
  public void mailWasWrittenToTheOutbox() throws IOException {
    Path outbox = DemoDay.daybook().home().resolve("data/outbox");
    List<byte[]> written = new ArrayList<>();
    try (Stream<Path> files = Files.list(outbox)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".eml")).toList()) {
        written.add(Files.readAllBytes(file));
      }
    }
    assertThat(written).contains(letter().bytes());
  }

  @Test
  public void deliveryIsSent() {
    JsonNode delivery = delivery();
    assertThat(delivery.path("state").asText()).isEqualTo("SENT");
    assertThat(delivery.path("channel").asText()).isEqualTo("folder");
    assertThat(delivery.path("recipient").asText()).isEqualTo("anna@romashka.test");
    assertThat(delivery.path("reportNumber").asText()).isEqualTo(json.path("number").asText());
    assertThat(delivery.path("sentAt").isTextual()).isTrue();
    assertThat(office.visitState(visit)).isEqualTo("REPORTED");
  }

  @Test
  public void whatWasDisputedAndDoneIsInTheNextReport() {
    Http engineer = DemoDay.daybook().http().as("engineer", RunningDaybook.PASSWORD);
    office.newClient("pion", json("/api/v1/visits/" + visit).path("engineer").asText());
    String first = office.startVisit("pion");
    office.closeVisit(first);
    office.awaitDelivery(first, "SENT");
    String dispute = "/api/v1/disputes/" + office.dispute(first);
    office.act(dispute + "/review", "{}");
    office.act(dispute + "/uphold", "{\"outcome\":\"Вы правы, забыли записать\"}");
    String next = office.startVisit("pion");
    String task = "/api/v1/tasks/" + json(dispute).path("task").asText();
    assertThat(json(task).path("visit").asText()).isEqualTo(next);
    assertThat(engineer.post(task + "/cancel", "{\"reason\":\"Не нужно\"}").status())
        .isEqualTo(403);
    office.act(task + "/start", "{}");
    office.act(task + "/done", "{\"result\":\"Сканер настроен\"}");
    await("the dispute to be closed")
        .atMost(Duration.ofMinutes(2))
        .until(() -> json(dispute).path("state").asText().equals("CLOSED"));
    office.closeVisit(next);
    office.awaitDelivery(next, "SENT");

    assertThat(spaced(office.report(next, "txt").text()))
        .contains("Претензия: задача, которой не было в отчёте")
        .contains("Не настроили сканер — подтвердилось")
        .contains("состояние задачи: выполнено")
        .contains("проверка показала: Вы правы, забыли записать.")
        .contains("Претензия подтвердилась, работа по задаче завершена.")
        .doesNotContain("рассмотрено");
  }

  private static JsonNode json(String path) {
    return office.manager().get(path).json();
  }

  @Test
  public void everyFormatIsTheSameAgain() {
    for (String format : FORMATS) {
      assertThat(report(format).bytes()).as(format).isEqualTo(report(format).bytes());
    }
  }

  private static HttpAnswer letter() {
    HttpAnswer answer = office.letter(visit);
    assertThat(answer.status()).isEqualTo(200);
    return answer;
  }

  private static HttpAnswer report(String format) {
    HttpAnswer answer = office.report(visit, format);
    assertThat(answer.status()).as(format).isEqualTo(200);
    return answer;
  }

  private static JsonNode delivery() {
    List<JsonNode> deliveries = office.deliveries(visit);
    assertThat(deliveries).hasSize(1);
    return deliveries.get(0);
  }

  private static List<String> devices() {
    return office.items("/api/v1/assets?client=romashka&retired=false").stream()
        .map(asset -> asset.path("name").asText())
        .toList();
  }

  private static List<JsonNode> cells() {
    return list(json.path("sections").path(2).path("blocks").findValue("cells"));
  }

  /** Every task in the report. */
  private static List<JsonNode> items() {
    List<JsonNode> all = new ArrayList<>(items("projects"));
    all.addAll(items("wishes"));
    return all;
  }

  private static List<JsonNode> items(String section) {
    return list(json.path("sections")).stream()
        .filter(each -> each.path("id").asText().equals(section))
        .flatMap(each -> each.path("blocks").findValues("items").stream())
        .flatMap(each -> list(each).stream())
        .toList();
  }

  /** What the tiles of the grid say. */
  private static List<String> tiles(String selector) {
    Element heading =
        html.select("h3").stream()
            .filter(each -> each.text().equals("Вся техника"))
            .findFirst()
            .orElseThrow();
    List<String> tiles = new ArrayList<>();
    for (Element next = heading.nextElementSibling();
        next != null && !next.tagName().equals("h3");
        next = next.nextElementSibling()) {
      next.select(selector).forEach(tile -> tiles.add(spaced(tile.text())));
    }
    return tiles;
  }

  private static void append(StringBuilder more, String label, JsonNode value) {
    if (value.isTextual()) {
      more.append(' ').append(label).append(": ").append(value.asText());
    }
  }

  /** What a piece of HTML says, without the signs between and around it. */
  private static Stream<String> said(TextNode node) {
    return Stream.of(spaced(node.getWholeText()).split("[✓✕▲•·—]", -1))
        .map(part -> part.replaceAll("^[: ]+|[: ]+$", ""));
  }

  private static Set<String> words(String text) {
    Set<String> words = new HashSet<>();
    Matcher word = Pattern.compile("[\\p{L}\\p{N}]+").matcher(text.replace("[OK]", ""));
    while (word.find()) {
      words.add(word.group());
    }
    return words;
  }

  private static String spaced(String text) {
    return text.replaceAll("[\\s\\u00a0\\u202f]+", " ").strip();
  }

  private static int occurrences(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }

  private static MimeMessage mail(byte[] bytes) throws Exception {
    return new MimeMessage(null, new ByteArrayInputStream(bytes));
  }

  private static List<String> lines(BodyPart part, String type) throws Exception {
    assertThat(part.isMimeType(type)).as(part.getContentType()).isTrue();
    return new String(part.getInputStream().readAllBytes(), UTF_8).lines().toList();
  }

  /** A report less the two places in which a letter speaks of the reader's own page. */
  private static List<String> withoutPage(List<String> lines) {
    List<String> kept = new ArrayList<>();
    String until = "";
    for (String line : lines) {
      if (!until.isEmpty() && line.contains(until)) {
        until = "";
      }
      boolean ofMissing = line.contains("Моей задачи нет в отчёте");
      if (until.isEmpty() && !ofMissing) {
        kept.add(line);
      }
      if (ofMissing) {
        until = "3. " + TITLES.get(2);
      } else if (line.contains("Вопросы и замечания")) {
        until = "Руководитель инженера: ";
      }
    }
    assertThat(until).as("the end of what was left out").isEmpty();
    return kept;
  }

  private static List<JsonNode> list(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }
}
