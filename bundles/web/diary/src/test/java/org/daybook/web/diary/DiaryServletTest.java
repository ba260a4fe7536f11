package org.daybook.web.diary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.ClassRule;
import org.junit.Test;

/** What a phone gets, and how. */
public class DiaryServletTest {
  @ClassRule public static final DiaryServer SERVER = new DiaryServer();

  private static final Pattern SOURCE = Pattern.compile("(?:src|href)=\"(/diary/[^\"]+)\"");

  @Test
  public void shellIsForEverybodyAndHoldsNothing() {
    HttpResponse<byte[]> shell = SERVER.get("/diary");

    assertThat(shell.statusCode()).isEqualTo(200);
    assertThat(header(shell, "Content-Type")).startsWith("text/html");
    assertThat(header(shell, "Set-Cookie")).isEmpty();
    assertThat(SERVER.get("/diary/").statusCode()).isEqualTo(200);
  }

  @Test
  public void nothingButOurOwnScriptsAndStylesMayRun() {
    for (String path : List.of("/diary", "/diary/sw.js", "/diary/none", main())) {
      HttpResponse<byte[]> answer = SERVER.get(path);
      String policy = header(answer, "Content-Security-Policy");
      assertThat(policy).as(path).startsWith("default-src 'none'; script-src 'self';");
      assertThat(policy).as(path).doesNotContain("unsafe");
      assertThat(header(answer, "X-Content-Type-Options")).as(path).isEqualTo("nosniff");
      assertThat(header(answer, "Referrer-Policy")).as(path).isEqualTo("no-referrer");
    }
    assertThat(text(SERVER.get("/diary"))).doesNotContain("<style", "style=", "onclick", "${");
  }

  @Test
  public void everythingTheShellNamesIsThere() {
    Matcher sources = SOURCE.matcher(text(SERVER.get("/diary")));
    int found = 0;
    while (sources.find()) {
      found++;
      assertThat(SERVER.get(sources.group(1)).statusCode()).as(sources.group(1)).isEqualTo(200);
    }
    assertThat(found).isGreaterThanOrEqualTo(5);
  }

  @Test
  public void filesThatChangeTheirAddressAreKeptForGood() {
    assertThat(header(SERVER.get(main()), "Cache-Control"))
        .isEqualTo("public, max-age=31536000, immutable");
    assertThat(header(SERVER.get("/diary"), "Cache-Control")).isEqualTo("no-cache");
    assertThat(header(SERVER.get("/diary/sw.js"), "Cache-Control")).isEqualTo("no-cache");
    assertThat(SERVER.get("/diary/v/another/main.js").statusCode()).isEqualTo(404);
  }

  @Test
  public void shellThatIsKnownIsNotSentAgain() {
    String tag = header(SERVER.get("/diary"), "ETag");
    HttpResponse<byte[]> again = SERVER.get("/diary", "If-None-Match", tag);

    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  @Test
  public void workerKeepsEverythingTheDiaryNeeds() {
    HttpResponse<byte[]> worker = SERVER.get("/diary/sw.js");

    assertThat(header(worker, "Service-Worker-Allowed")).isEqualTo("/diary");
    assertThat(header(worker, "Content-Type")).startsWith("text/javascript");
    Matcher files = Pattern.compile("^  '(/[^']+)',$", Pattern.MULTILINE).matcher(text(worker));
    int kept = 0;
    while (files.find()) {
      kept++;
      assertThat(SERVER.get(files.group(1)).statusCode()).as(files.group(1)).isEqualTo(200);
    }
    assertThat(kept).isGreaterThan(30);
    assertThat(text(worker)).contains("/lib/index.js", "/texts/ru.json", "'/diary'");
  }

  @Test
  public void phoneCanInstallIt() throws IOException {
    HttpResponse<byte[]> answer = SERVER.get("/diary/manifest.webmanifest");
    JsonNode manifest = new ObjectMapper().readTree(answer.body());

    assertThat(header(answer, "Content-Type")).startsWith("application/manifest+json");
    assertThat(manifest.path("scope").asText()).isEqualTo("/diary");
    for (JsonNode icon : manifest.path("icons")) {
      assertThat(SERVER.get(icon.path("src").asText()).statusCode()).isEqualTo(200);
    }
  }

  @Test
  public void filesAreCompressedForWhoTakesThat() throws IOException {
    HttpResponse<byte[]> packed = SERVER.get(main(), "Accept-Encoding", "gzip, deflate");

    assertThat(header(packed, "Content-Encoding")).isEqualTo("gzip");
    assertThat(header(packed, "Vary")).isEqualTo("Accept-Encoding");
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
      assertThat(in.readAllBytes()).isEqualTo(SERVER.get(main()).body());
    }
  }

  @Test
  public void onlyReadingIsPossible() {
    for (String method : List.of("POST", "PUT", "DELETE", "OPTIONS", "TRACE")) {
      HttpResponse<byte[]> answer = SERVER.send(method, "/diary");
      assertThat(answer.statusCode()).as(method).isEqualTo(405);
      assertThat(header(answer, "Allow")).isEqualTo("GET, HEAD");
    }
    assertThat(SERVER.send("HEAD", "/diary").statusCode()).isEqualTo(200);
  }

  @Test
  public void whatIsNotThereIsNot() {
    for (String path : List.of("/diary/none", "/diary/v/", "/diary/files.txt")) {
      HttpResponse<byte[]> answer = SERVER.get(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(404);
      assertThat(answer.body()).as(path).isEmpty();
    }
  }

  private static String main() {
    Matcher script =
        Pattern.compile("src=\"([^\"]+main\\.js)\"").matcher(text(SERVER.get("/diary")));
    assertThat(script.find()).isTrue();
    return script.group(1);
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  private static String header(HttpResponse<byte[]> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
