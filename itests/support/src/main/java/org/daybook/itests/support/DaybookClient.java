package org.daybook.itests.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.Optional;

/** Talks to a running Daybook over HTTP, as one account, one token, or nobody. Immutable. */
public final class DaybookClient {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final URI base;
  private final Optional<String> authorization;

  private DaybookClient(URI base, Optional<String> authorization) {
    this.base = base;
    this.authorization = authorization;
  }

  /** A caller without credentials. */
  public static DaybookClient anonymous(URI base) {
    return new DaybookClient(base, Optional.empty());
  }

  /** The same server, as an account. */
  public DaybookClient as(String login, String password) {
    String pair = login + ":" + password;
    return new DaybookClient(
        base,
        Optional.of(
            "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8))));
  }

  /** The same server, as a machine with a token. */
  public DaybookClient withToken(String secret) {
    return new DaybookClient(base, Optional.of("Bearer " + secret));
  }

  /** An answer as it came. */
  public record Answer(int status, Map<String, java.util.List<String>> headers, byte[] body) {
    public String text() {
      return new String(body, StandardCharsets.UTF_8);
    }

    /** The body as JSON. */
    public JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (IOException e) {
        throw new UncheckedIOException("not JSON: " + text(), e);
      }
    }

    public Optional<String> header(String name) {
      return headers.entrySet().stream()
          .filter(entry -> entry.getKey().equalsIgnoreCase(name))
          .flatMap(entry -> entry.getValue().stream())
          .findFirst();
    }

    /**
     * This answer if it has one of these statuses.
     *
     * @throws IllegalStateException with the body otherwise
     */
    public Answer expect(int... statuses) {
      for (int each : statuses) {
        if (status == each) {
          return this;
        }
      }
      throw new IllegalStateException("answered " + status + ": " + text());
    }
  }

  public Answer get(String path) {
    return send("GET", path, Optional.empty(), Map.of());
  }

  /** Posts a value as JSON: a map, a list, a {@link JsonNode} or a string with JSON in it. */
  public Answer post(String path, Object body) {
    return send("POST", path, Optional.of(body), Map.of());
  }

  /** Sends any request; the body, if any, as JSON unless a header says otherwise. */
  public Answer send(
      String method, String path, Optional<Object> body, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(60));
    authorization.ifPresent(value -> request.header("Authorization", value));
    if (body.isPresent() && !headers.containsKey("Content-Type")) {
      request.header("Content-Type", "application/json");
    }
    headers.forEach(request::header);
    request.method(
        method,
        body.map(value -> BodyPublishers.ofByteArray(bytes(value)))
            .orElseGet(BodyPublishers::noBody));
    try {
      HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
      return new Answer(response.statusCode(), response.headers().map(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for " + path, e);
    }
  }

  private static byte[] bytes(Object body) {
    try {
      if (body instanceof byte[] raw) {
        return raw;
      }
      return body instanceof String text
          ? text.getBytes(StandardCharsets.UTF_8)
          : JSON.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
