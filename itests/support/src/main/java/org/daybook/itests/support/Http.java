package org.daybook.itests.support;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
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
    return exchange("GET", path, BodyPublishers.noBody());
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
    return exchange("DELETE", path, BodyPublishers.noBody());
  }

  /** Sends a body whose length is not told before, with any method. */
  public HttpAnswer stream(String method, String path, byte[] body) {
    return exchange(
        method, path, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
  }

  /**
   * Sends text over a connection of its own, whether it is HTTP or not, and reads the answer to it.
   *
   * @param request {@code %s} stands for the headers that every request carries
   */
  public HttpAnswer raw(String request) {
    StringBuilder fields = new StringBuilder("Connection: close\r\n");
    headers.forEach((name, value) -> fields.append(name).append(": ").append(value).append("\r\n"));
    URI server = URI.create(base);
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket.setSoTimeout((int) TIMEOUT.toMillis());
      String sent = request.replace("%s", fields);
      socket.getOutputStream().write(sent.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
      socket.shutdownOutput();
      return answer(socket.getInputStream().readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(request, e);
    }
  }

  private static HttpAnswer answer(byte[] bytes) {
    String all = new String(bytes, StandardCharsets.ISO_8859_1);
    int end = all.indexOf("\r\n\r\n");
    if (end < 0 || !all.startsWith("HTTP/1.1 ")) {
      throw new AssertionError("Not an answer of HTTP: " + all);
    }
    String[] lines = all.substring(0, end).split("\r\n", -1);
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line : Arrays.asList(lines).subList(1, lines.length)) {
      int colon = line.indexOf(':');
      headers
          .computeIfAbsent(line.substring(0, colon), name -> new ArrayList<>())
          .add(line.substring(colon + 1).strip());
    }
    return new HttpAnswer(
        Integer.parseInt(lines[0].split(" ", -1)[1]),
        HttpHeaders.of(headers, (name, value) -> true),
        Arrays.copyOfRange(bytes, end + 4, bytes.length));
  }

  private HttpAnswer send(String method, String path, String body) {
    return exchange(method, path, BodyPublishers.ofString(body));
  }

  private HttpAnswer exchange(String method, String path, BodyPublisher body) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path)).timeout(TIMEOUT);
    if (body.contentLength() != 0 && !headers.containsKey("Content-Type")) {
      request.header("Content-Type", "application/json");
    }
    headers.forEach(request::header);
    request.method(method, body);
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
