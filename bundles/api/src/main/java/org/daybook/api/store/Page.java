package org.daybook.api.store;

import java.util.List;
import java.util.Optional;

/**
 * A part of a list.
 *
 * @param next opaque; where the next part begins, or empty if this is the last one
 */
public record Page<T>(List<T> items, Optional<String> next) {
  public Page {
    items = List.copyOf(items);
  }
}
