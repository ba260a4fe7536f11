package org.daybook.web.rest.resource;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.daybook.web.rest.http.ProblemException;

/**
 * Where the next part of a list begins, as callers carry it: what the store said with a checksum,
 * so that a mangled one is an error and not another place in the list.
 */
final class Cursor {
  private Cursor() {}

  /** The cursor for callers. */
  static String sealed(String inner) {
    return inner + "." + checksum(inner);
  }

  /**
   * What the store said.
   *
   * @throws ProblemException 400 if it did not
   */
  static String opened(String cursor) {
    int dot = cursor.lastIndexOf('.');
    String inner = dot < 0 ? "" : cursor.substring(0, dot);
    if (dot < 0 || !cursor.equals(sealed(inner))) {
      throw ProblemException.badField("after", "is not what an earlier answer had as next");
    }
    return inner;
  }

  private static String checksum(String inner) {
    CRC32 sum = new CRC32();
    sum.update(inner.getBytes(StandardCharsets.UTF_8));
    return Long.toHexString(sum.getValue());
  }
}
