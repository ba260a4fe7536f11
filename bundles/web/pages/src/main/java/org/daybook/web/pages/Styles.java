package org.daybook.web.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The style sheet of all pages; it is read when the first page is shown. */
public final class Styles {
  private Styles() {}

  /** Changes with the style sheet, so that browsers may keep it for good. */
  public static String version() {
    return Sheet.VERSION;
  }

  static byte[] bytes() {
    return Sheet.BYTES.clone();
  }

  /** Initialised at the first use. */
  private static final class Sheet {
    static final byte[] BYTES = read();
    static final String VERSION = hash(BYTES);

    private static byte[] read() {
      try (InputStream in = Styles.class.getResourceAsStream("page.css")) {
        return in.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static String hash(byte[] bytes) {
      try {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
        return HexFormat.of().formatHex(hash, 0, 6);
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
