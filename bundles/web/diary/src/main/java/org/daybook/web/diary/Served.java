package org.daybook.web.diary;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/**
 * A file as it goes out.
 *
 * @param packed compressed; null if that makes it no smaller
 * @param lasting whether its address changes with its content, so that it may be kept for good
 */
record Served(String type, byte[] plain, byte[] packed, boolean lasting) {
  static Served of(String name, byte[] content, boolean lasting) {
    byte[] packed = packed(content);
    return new Served(type(name), content, packed.length < content.length ? packed : null, lasting);
  }

  private static String type(String name) {
    String ending = name.substring(name.lastIndexOf('.') + 1);
    return switch (ending) {
      case "html" -> "text/html; charset=utf-8";
      case "css" -> "text/css; charset=utf-8";
      case "js" -> "text/javascript; charset=utf-8";
      case "json" -> "application/json; charset=utf-8";
      case "webmanifest" -> "application/manifest+json; charset=utf-8";
      case "svg" -> "image/svg+xml; charset=utf-8";
      case "png" -> "image/png";
      default -> throw new IllegalArgumentException("no media type is known for " + name);
    };
  }

  private static byte[] packed(byte[] content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
