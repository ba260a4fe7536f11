package org.daybook.web.pages.board;

import java.util.OptionalLong;
import org.daybook.web.pages.http.Form;

/** The version of a thing that the sender of a form saw: its field {@code version}. */
public final class SeenVersion {
  private SeenVersion() {}

  /** Empty if the form does not say it. */
  public static OptionalLong in(Form sent) {
    String version = sent.get("version");
    return version.matches("\\d{1,18}")
        ? OptionalLong.of(Long.parseLong(version))
        : OptionalLong.empty();
  }
}
