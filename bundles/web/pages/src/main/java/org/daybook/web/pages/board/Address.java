package org.daybook.web.pages.board;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes addresses with a query. */
public final class Address {
  private Address() {}

  /** Fields as a query has them, without those that are blank. */
  public static String query(Map<String, String> fields) {
    return fields.entrySet().stream()
        .filter(field -> !field.getValue().isBlank())
        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  /** An address, with a query unless that is blank. */
  public static String of(String path, String query) {
    return query.isBlank() ? path : path + "?" + query;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
