package org.daybook.web.rest.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.servlet.http.HttpServletRequest;

/** Reads bodies up to the limit of the contract. */
public final class BodyReader {
  /** 5 MiB. */
  public static final int LIMIT = 5 * 1024 * 1024;

  /**
   * How much of a body that is too large is still read, so that a sender that is busy sending gets
   * to see the answer instead of a broken connection.
   */
  private static final int DRAIN = 32 * 1024 * 1024;

  private BodyReader() {}

  /**
   * The body.
   *
   * @throws ProblemException 413 if it is too large, 400 if it breaks off
   */
  public static byte[] read(HttpServletRequest request) {
    boolean waits = request.getHeader("Expect") != null;
    if (waits && request.getContentLengthLong() > LIMIT) {
      throw tooLarge();
    }
    try {
      InputStream stream = request.getInputStream();
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      byte[] piece = new byte[16 * 1024];
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
      throw ProblemException.of(400, "The body of the request broke off.");
    }
  }

  private static ProblemException tooLarge() {
    return new ProblemException(
        Problem.of(413, "The body is larger than 5 MiB.").withHeader("Connection", "close"));
  }
}
