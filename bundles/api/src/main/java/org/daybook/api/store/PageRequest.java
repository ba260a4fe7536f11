package org.daybook.api.store;

import java.util.Optional;

/**
 * Which part of a list.
 *
 * @param size 1 to {@link #MAX_SIZE}
 * @param after the {@link Page#next} of the page before; empty for the first page
 * @param newestFirst in falling instead of rising order
 */
public record PageRequest(int size, Optional<String> after, boolean newestFirst) {
  public static final int MAX_SIZE = 500;

  public PageRequest {
    if (size < 1 || size > MAX_SIZE) {
      throw new IllegalArgumentException("size must be 1 to " + MAX_SIZE + ", is " + size);
    }
  }
}
