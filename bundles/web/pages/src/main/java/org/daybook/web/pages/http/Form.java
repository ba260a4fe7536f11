package org.daybook.web.pages.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.servlet.http.HttpServletRequest;

/**
 * The fields of a form: {@code application/x-www-form-urlencoded} in UTF-8 (URL Standard, section
 * 5). The servlet's own reading of parameters is not used: it takes any encoding and any size, and
 * mixes the address with the body.
 */
public final class Form {
  /** 256 KiB: who writes too much is told so with what they wrote, not sent away. */
  public static final int LIMIT = 256 * 1024;

  /** Without fields. */
  public static final Form EMPTY = new Form(Map.of());

  /** How much of a body that is too large is still read, so that its sender gets the answer. */
  private static final int DRAIN = 8 * 1024 * 1024;

  private final Map<String, String> fields;

  private Form(Map<String, String> fields) {
    this.fields = fields;
  }

  /** The fields in the query of the address. */
  public static Form ofQuery(HttpServletRequest request) {
    String query = request.getQueryString();
    return query == null ? EMPTY : parse(query.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** The fields in a query that we made ourselves, as {@link #ofQuery} has them. */
  public static Form ofText(String query) {
    return parse(query.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** The fields in the body. */
  public static Form ofBody(HttpServletRequest request) {
    requireType(request);
    return parse(read(request));
  }

  /** What a field says; blank if it is not there. Line ends are {@code \n}. */
  public String get(String field) {
    return fields.getOrDefault(field, "");
  }

  /** What a field says, without spaces around it; empty if it is blank. */
  public Optional<String> said(String field) {
    return Optional.of(get(field).strip()).filter(text -> !text.isEmpty());
  }

  /**
   * What follows a prefix in the names of the fields: of boxes that were ticked, which row each.
   */
  public List<String> after(String prefix) {
    return fields.keySet().stream()
        .filter(field -> field.startsWith(prefix))
        .map(field -> field.substring(prefix.length()))
        .toList();
  }

  /** All that was sent but one field, in one text: the same for the same form. */
  public String all(String but) {
    return fields.entrySet().stream()
        .filter(field -> !field.getKey().equals(but))
        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** All fields but one, in their order. */
  public Map<String, String> without(String field) {
    Map<String, String> rest = new LinkedHashMap<>(fields);
    rest.remove(field);
    return rest;
  }

  private static void requireType(HttpServletRequest request) {
    String encoding = request.getHeader("Content-Encoding");
    String type = request.getContentType();
    String bare = type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    String charset = request.getCharacterEncoding();
    if (!bare.equals("application/x-www-form-urlencoded")
        || (charset != null && !charset.equalsIgnoreCase("utf-8"))
        || (encoding != null && !encoding.equalsIgnoreCase("identity"))) {
      throw new TroubleException(Trouble.WRONG_TYPE);
    }
  }

  private static byte[] read(HttpServletRequest request) {
    if (request.getHeader("Expect") != null && request.getContentLengthLong() > LIMIT) {
      throw tooLarge();
    }
    try {
      InputStream stream = request.getInputStream();
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      byte[] piece = new byte[8 * 1024];
      long size = 0;
      for (int count = stream.read(piece); count >= 0; count = stream.read(piece)) {
        size += count;
        if (size <= LIMIT) {
          body.write(piece, 0, count);
        } else if (size > DRAIN) {
          break;
        }
      }
      if (size > LIMIT) {
        throw tooLarge();
      }
      return body.toByteArray();
    } catch (IOException e) {
      throw new TroubleException(Trouble.MALFORMED);
    }
  }

  private static TroubleException tooLarge() {
    return new TroubleException(Trouble.TOO_LARGE).with("Connection", "close");
  }

  private static Form parse(byte[] encoded) {
    Map<String, String> fields = new LinkedHashMap<>();
    int start = 0;
    for (int i = 0; i <= encoded.length; i++) {
      if (i == encoded.length || encoded[i] == '&') {
        if (i > start) {
          add(fields, encoded, start, i);
        }
        start = i + 1;
      }
    }
    return new Form(fields);
  }

  private static void add(Map<String, String> fields, byte[] encoded, int from, int to) {
    int equals = from;
    while (equals < to && encoded[equals] != '=') {
      equals++;
    }
    String name = decode(encoded, from, equals);
    String value = equals < to ? decode(encoded, equals + 1, to) : "";
    // A field that is there twice was not sent by a form of ours.
    if (fields.putIfAbsent(name, value.replace("\r\n", "\n").replace('\r', '\n')) != null) {
      throw new TroubleException(Trouble.MALFORMED);
    }
  }

  private static String decode(byte[] encoded, int from, int to) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(to - from);
    for (int i = from; i < to; i++) {
      if (encoded[i] == '+') {
        bytes.write(' ');
      } else if (encoded[i] != '%') {
        bytes.write(encoded[i]);
      } else {
        bytes.write(digit(encoded, i + 1, to) * 16 + digit(encoded, i + 2, to));
        i += 2;
      }
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes.toByteArray()))
          .toString();
    } catch (CharacterCodingException e) {
      throw new TroubleException(Trouble.MALFORMED);
    }
  }

  private static int digit(byte[] encoded, int at, int to) {
    int digit = at < to ? Character.digit(encoded[at], 16) : -1;
    if (digit < 0) {
      throw new TroubleException(Trouble.MALFORMED);
    }
    return digit;
  }
}
