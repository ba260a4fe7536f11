package org.daybook.itests.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.daybook.itests.support.Http;
import org.daybook.itests.support.HttpAnswer;
import org.daybook.itests.support.RunningDaybook;
import org.junit.BeforeClass;
import org.junit.Test;

/** One visit with what an engineer finds, taps and photographs there, up to its report. */
public class FieldWorkIT {
  private static final String CLIENT = "fialka";
  private static final String CAPTION = "Новый вентилятор на месте";
  private static final String SECRET_PLACE = "GPS 55.751244,37.618423";

  private static Office office;
  private static Http engineer;
  private static String visit;
  private static String task;
  private static JsonNode photo;

  @BeforeClass
  public static void workOnSite() throws IOException {
    RunningDaybook daybook = DemoDay.daybook();
    office = new Office(daybook);
    engineer = daybook.http().as("engineer", RunningDaybook.PASSWORD);
    office.newClient(
        CLIENT,
        office.manager().get("/api/v1/visits/" + DemoDay.visit()).json().path("engineer").asText());
    visit = office.startVisit(CLIENT);
    String kept = found("Касса-1", "kassa-1");
    String gone = found("Касса-2", "kassa-2");
    made(200, engineer.post(assets() + "/" + gone + "/gone", "{\"reason\":\"Списана\"}"));
    JsonNode checks = made(200, engineer.post(assets() + "/" + kept + "/ok", "{}"));
    assertThat(checks.path("items").findValuesAsText("state")).isNotEmpty().containsOnly("OK");
    String wish = "{\"title\":\"Заменить вентилятор\",\"priority\":\"HIGH\"}";
    task =
        made(201, engineer.post("/api/v1/visits/" + visit + "/wishes", wish)).path("id").asText();
    photo = made(201, put("inReport=true&caption=" + encoded(CAPTION), taken()));
    made(200, engineer.post("/api/v1/tasks/" + task + "/start", "{}"));
    made(200, engineer.post("/api/v1/tasks/" + task + "/done", "{\"result\":\"Заменили\"}"));
    made(200, engineer.post("/api/v1/visits/" + visit + "/close", "{}"));
    office.awaitReport(visit, Duration.ofMinutes(1));
  }

  @Test
  public void theImageIsKeptWithoutWhereItWasTaken() throws IOException {
    HttpAnswer image = engineer.get("/api/v1/photos/" + photo.path("id").asText() + ".jpg");
    assertThat(image.status()).isEqualTo(200);
    assertThat(image.header("Content-Type")).contains("image/jpeg");
    BufferedImage kept = ImageIO.read(new ByteArrayInputStream(image.bytes()));
    assertThat(kept.getWidth()).isEqualTo(1200);
    assertThat(kept.getHeight()).as("it was turned upright").isEqualTo(1600);
    saysNothing(image.bytes());
  }

  @Test
  public void theReportShowsItInEveryFormat() throws IOException {
    byte[] html = office.report(visit, "html").bytes();
    String page = new String(html, StandardCharsets.UTF_8);
    assertThat(page).contains(CAPTION);
    Matcher shown = Pattern.compile("data:image/jpeg;base64,([A-Za-z0-9+/=]+)").matcher(page);
    assertThat(shown.find()).isTrue();
    byte[] inPage = Base64.getDecoder().decode(shown.group(1));
    assertThat(ImageIO.read(new ByteArrayInputStream(inPage)).getHeight()).isEqualTo(640);
    saysNothing(inPage);

    byte[] pdf = office.report(visit, "pdf").bytes();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(images(document)).isEqualTo(1);
      String text = new PDFTextStripper().getText(document);
      assertThat(text.replaceAll("\\s+", " ")).contains(CAPTION);
    }
    saysNothing(pdf);

    assertThat(office.report(visit, "txt").text()).contains(CAPTION);
    JsonNode json = office.report(visit, "json").json();
    JsonNode picture = json.path("sections").findValue("pictures").get(0);
    assertThat(picture.path("photoId").asText()).isEqualTo(photo.path("id").asText());
    assertThat(picture.path("photoSha256").asText()).hasSize(64);
    assertThat(picture.has("base64")).isFalse();

    String letter = office.report(visit, "eml").text();
    assertThat(letter)
        .contains("Content-ID: <photo-" + photo.path("id").asText() + ">")
        .contains("Content-Type: image/jpeg");
    assertThat(office.report(visit, "pdf").bytes()).as("rendered again").isEqualTo(pdf);
  }

  @Test
  public void theReportSaysWhatIsGone() {
    assertThat(office.report(visit, "txt").text())
        .contains("Снято с обслуживания на этом выезде")
        .contains("Касса-2")
        .contains("Списана");
    JsonNode summary = office.report(visit, "json").json().path("summary");
    assertThat(summary.path("devicesTotal").asInt()).isEqualTo(1);
  }

  @Test
  public void onceTheVisitIsClosedPhotosStayAsTheyAre() {
    String path = "/api/v1/photos/" + photo.path("id").asText();
    String version = String.valueOf(engineerSees().path("version").asInt());
    HttpAnswer changed =
        engineer.with("If-Match", "\"" + version + "\"").patch(path, "{\"inReport\":false}");
    assertThat(changed.status()).isEqualTo(409);
    assertThat(engineer.delete(path).status()).isEqualTo(409);
    assertThat(put("", taken()).status()).isEqualTo(409);
  }

  @Test
  public void whatIsNoPhotoIsRefused() {
    HttpAnswer task = office.manager().post("/api/v1/tasks", newTask());
    assertThat(task.status()).as(task.toString()).isEqualTo(201);
    String photos = "/api/v1/tasks/" + task.json().path("id").asText() + "/photos";
    Http manager = office.manager();
    HttpAnswer bomb = manager.with("Content-Type", "image/png").stream("POST", photos, bomb());
    assertThat(bomb.status()).as(bomb.toString()).isEqualTo(422);
    assertThat(bomb.text()).contains("40 megapixels");
    byte[] script = "<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8);
    assertThat(manager.with("Content-Type", "image/jpeg").stream("POST", photos, script).status())
        .isEqualTo(422);
    assertThat(
            manager.with("Content-Type", "image/svg+xml").stream("POST", photos, script).status())
        .isEqualTo(415);
    assertThat(
            manager.with("Content-Type", "image/jpeg").stream(
                    "POST", photos, new byte[20 * 1024 * 1024])
                .status())
        .isEqualTo(413);
    assertThat(manager.get(photos).json().path("items")).isEmpty();
  }

  @Test
  public void remoteFixesAndHistoriesAreThere() {
    Http support = DemoDay.daybook().http().as("support", RunningDaybook.PASSWORD);
    String fix =
        "{\"client\":\"%s\",\"title\":\"Не печатает\",\"result\":\"Включили\",\"minutes\":5}"
            .formatted(CLIENT);
    JsonNode fixed = made(201, support.post("/api/v1/remote-fixes", fix));
    assertThat(fixed.path("state").asText()).isEqualTo("RESOLVED_REMOTELY");
    assertThat(fixed.path("source").asText()).isEqualTo("remote");
    made(201, engineer.post("/api/v1/remote-fixes", fix));
    JsonNode history = made(200, engineer.get("/api/v1/tasks/" + task + "/history"));
    assertThat(history.path("items").findValuesAsText("event"))
        .contains("CREATED", "STARTED", "PHOTO", "DONE");
  }

  private static String assets() {
    return "/api/v1/visits/" + visit + "/assets";
  }

  private static String found(String name, String hostname) {
    String body =
        "{\"kind\":\"WORKSTATION\",\"name\":\"%s\",\"hostname\":\"%s\"}".formatted(name, hostname);
    return made(201, engineer.post(assets(), body)).path("id").asText();
  }

  private static JsonNode engineerSees() {
    return engineer.get("/api/v1/tasks/" + task + "/photos").json().path("items").get(0);
  }

  private static HttpAnswer put(String query, byte[] image) {
    return engineer
        .with("Content-Type", "image/jpeg")
        .with("Idempotency-Key", "photo-" + query.hashCode())
        .stream("POST", "/api/v1/tasks/" + task + "/photos?" + query, image);
  }

  private static String newTask() {
    return "{\"client\":\"%s\",\"title\":\"Осмотреть стойку\"}".formatted(CLIENT);
  }

  private static JsonNode made(int status, HttpAnswer answer) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    return answer.json();
  }

  private static String encoded(String text) {
    return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static void saysNothing(byte[] bytes) {
    assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
        .doesNotContain(SECRET_PLACE)
        .doesNotContain("Exif\0");
  }

  /** How many images of the photo's height there are: the company's logo is one as well. */
  private static int images(PDDocument document) throws IOException {
    int images = 0;
    for (PDPage page : document.getPages()) {
      for (COSName name : page.getResources().getXObjectNames()) {
        if (page.getResources().getXObject(name) instanceof PDImageXObject image) {
          images += image.getHeight() == 640 ? 1 : 0;
        }
      }
    }
    return images;
  }

  /** As a telephone takes it: lying on its side, with the place in it. */
  private static byte[] taken() {
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(2400, 1800, BufferedImage.TYPE_INT_RGB), "JPEG", jpeg);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    byte[] image = jpeg.toByteArray();
    byte[] place = SECRET_PLACE.getBytes(StandardCharsets.US_ASCII);
    ByteBuffer exif = ByteBuffer.allocate(6 + 8 + 2 + 12 + 4 + place.length);
    exif.put("Exif\0\0MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
    exif.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
    exif.putShort((short) 6).putShort((short) 0).putInt(0).put(place);
    return ByteBuffer.allocate(image.length + 4 + exif.capacity())
        .put(image, 0, 2)
        .putShort((short) 0xFFE1)
        .putShort((short) (2 + exif.capacity()))
        .put(exif.array())
        .put(image, 2, image.length - 2)
        .array();
  }

  /** A few bytes that unfold into 2,500 megapixels. */
  private static byte[] bomb() {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    png.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
    ByteBuffer header = ByteBuffer.allocate(13).putInt(50_000).putInt(50_000);
    png.writeBytes(chunk("IHDR", header.put((byte) 8).put((byte) 2).array()));
    png.writeBytes(chunk("IDAT", new byte[] {0x78, (byte) 0x9C, 3, 0, 0, 0, 0, 1}));
    png.writeBytes(chunk("IEND", new byte[0]));
    return png.toByteArray();
  }

  private static byte[] chunk(String type, byte[] content) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 sum = new CRC32();
    for (byte[] part : List.of(name, content)) {
      sum.update(part);
    }
    return ByteBuffer.allocate(12 + content.length)
        .putInt(content.length)
        .put(name)
        .put(content)
        .putInt((int) sum.getValue())
        .array();
  }
}
