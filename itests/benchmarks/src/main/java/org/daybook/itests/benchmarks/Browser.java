package org.daybook.itests.benchmarks;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a browser of somebody who is logged in sends: cookie, key, compressed answers welcome. */
final class Browser {
  private static final Pattern KEY = Pattern.compile("\"key\"\\s*:\\s*\"([^\"]+)\"");
  private static final Pattern FORM_KEY = Pattern.compile("name=\"key\" value=\"([^\"]+)\"");

  private final HttpClient client;
  private final String address;
  private final String key;

  private Browser(HttpClient client, String address, String key) {
    this.client = client;
    this.address = address;
    this.key = key;
  }

  /** Logs in as a person does. */
  static Browser login(String address, String login, String password) throws Exception {
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .build();
    Browser stranger = new Browser(client, address, "");
    String page = stranger.get("/login").text();
    String form =
        "login=%s&password=%s&key=%s"
            .formatted(encoded(login), encoded(password), encoded(found(FORM_KEY, page)));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + "/login"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Origin", address)
            .POST(BodyPublishers.ofString(form))
            .build();
    HttpResponse<String> entered = client.send(request, BodyHandlers.ofString());
    if (entered.statusCode() != 303) {
      throw new IOException("the login answered " + entered.statusCode() + entered.body());
    }
    return new Browser(client, address, found(KEY, stranger.get("/api/v1/session").text()));
  }

  private static String found(Pattern pattern, String text) throws IOException {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new IOException("there is no key in " + text);
    }
    return matcher.group(1);
  }

  Loaded get(String path) throws IOException, InterruptedException {
    return load(request(path).header("Accept-Encoding", "gzip").GET());
  }

  Loaded post(String path, String json) throws IOException, InterruptedException {
    return load(
        request(path)
            .header("Content-Type", "application/json")
            .header("X-Daybook-Key", key)
            .POST(BodyPublishers.ofString(json)));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(30));
  }

  private Loaded load(HttpRequest.Builder request) throws IOException, InterruptedException {
    long begin = System.nanoTime();
    HttpResponse<byte[]> answer = client.send(request.build(), BodyHandlers.ofByteArray());
    return new Loaded(answer.statusCode(), System.nanoTime() - begin, answer.body());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /**
   * What came.
   *
   * @param nanos from the request to the last byte
   * @param bytes as they came over the wire
   */
  record Loaded(int status, long nanos, byte[] bytes) {
    String text() {
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }
}
