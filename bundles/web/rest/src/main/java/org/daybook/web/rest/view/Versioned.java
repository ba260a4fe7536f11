package org.daybook.web.rest.view;

/** A view of something that has a version; the header {@code ETag} carries it. */
public interface Versioned {
  long version();
}
