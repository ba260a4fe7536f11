package org.daybook.storage.jpa.row;

import java.util.Set;
import java.util.TreeSet;

/** A token's scopes in one column, space-separated as RFC 6749, section 3.3 writes them. */
final class Scopes {
  private Scopes() {}

  static String joined(Set<String> scopes) {
    return String.join(" ", new TreeSet<>(scopes));
  }

  static Set<String> split(String column) {
    return column.isEmpty() ? Set.of() : Set.of(column.split(" "));
  }
}
