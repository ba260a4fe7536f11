package org.daybook.web.rest.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.daybook.web.rest.json.Json;

/**
 * An answer for a phone with bad Wi-Fi: 304 if it has this very answer already (RFC 9110, 15.4.5),
 * else compressed if it takes that. Only for what has nothing of the request in it: the length of
 * what is compressed together with a stranger's text tells of secrets beside it.
 */
public final class Packed {
  private static final String GZIP = "gzip";

  private Packed() {}

  /** The answer to a request with these headers. */
  public static Response answer(Object value, HttpHeaders request) {
    byte[] json = Json.write(value);
    String tag = "\"" + hash(json) + "\"";
    if (hasIt(request, tag)) {
      return headers(Response.notModified(), tag).build();
    }
    if (!takesGzip(request)) {
      return headers(Response.ok(json, MediaType.APPLICATION_JSON), tag).build();
    }
    return headers(Response.ok(packed(json), MediaType.APPLICATION_JSON), tag)
        .header(HttpHeaders.CONTENT_ENCODING, GZIP)
        .build();
  }

  private static Response.ResponseBuilder headers(Response.ResponseBuilder answer, String tag) {
    return answer.header(HttpHeaders.ETAG, tag).header(HttpHeaders.VARY, "Accept-Encoding");
  }

  private static boolean hasIt(HttpHeaders request, String tag) {
    return values(request, HttpHeaders.IF_NONE_MATCH).stream()
        .map(known -> known.startsWith("W/") ? known.substring(2) : known)
        .anyMatch(known -> known.equals(tag) || known.equals("*"));
  }

  private static boolean takesGzip(HttpHeaders request) {
    return values(request, HttpHeaders.ACCEPT_ENCODING).stream()
        .map(coding -> coding.replace(" ", ""))
        .anyMatch(coding -> coding.matches("(?:gzip|\\*)(?:;q=(?:1(?:\\.0*)?|0\\.0*[1-9]\\d*))?"));
  }

  private static List<String> values(HttpHeaders request, String name) {
    String all = request.getHeaderString(name);
    return all == null ? List.of() : List.of(all.trim().split("\\s*,\\s*"));
  }

  private static byte[] packed(byte[] json) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static String hash(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(hash, 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }
}
