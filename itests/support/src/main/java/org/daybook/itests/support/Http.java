package org.daybook.itests.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/** Talks to one server; every request carries the same headers. Immutable. */
public final class Http {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final String base;
  private final Map<String, String> headers;

  Http(String base) {
    this(base, Map.of());
  }

  private Http(String base, Map<String, String> headers) {
    this.base = base;
    this.headers = headers;
  }

  /** The same server, as this account. */
  public Http as(String user, String password) {
    byte[] credentials = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return with("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
  }

  /** The same server, with this token. */
  public Http bearer(String token) {
    return with("Authorization", "Bearer " + token);
  }

  /** The same server, with one header more. */
  public Http with(String name, String value) {
    Map<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    more.putAll(headers);
    more.put(name, value);
    return new Http(base, more);
  }

  public HttpAnswer get(String path) {
    return send("GET", path, null);
  }

  /** Sends JSON unless another {@code Content-Type} was set. */
  public HttpAnswer post(String path, String body) {
    return send("POST", path, body);
  }

  /** Sends JSON unless another {@code Content-Type} was set. */
  public HttpAnswer patch(String path, String body) {
    return send("PATCH", path, body);
  }

  /** Sends JSON unless another {@code Content-Type} was set. */
  public HttpAnswer put(String path, String body) {
    return send("PUT", path, body);
  }

  public HttpAnswer delete(String path) {
    return send("DELETE", path, null);
  }

  private HttpAnswer send(String method, String path, String body) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path)).timeout(TIMEOUT);
    if (body != null && !headers.containsKey("Content-Type")) {
      request.header("Content-Type", "application/json");
    }
    headers.forEach(request::header);
    request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    try {
      HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
      return new HttpAnswer(response.statusCode(), response.headers(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(method + " " + path + " was interrupted", e);
    }
  }
}
