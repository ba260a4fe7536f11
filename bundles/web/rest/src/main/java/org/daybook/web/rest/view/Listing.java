package org.daybook.web.rest.view;

import java.util.List;

/**
 * A part of a list.
 *
 * @param next what to send as {@code after} to get the next part; null at the end
 */
public record Listing<V>(List<V> items, String next) {
  public Listing {
    items = List.copyOf(items);
  }

  public static <V> Listing<V> whole(List<V> items) {
    return new Listing<>(items, null);
  }
}
