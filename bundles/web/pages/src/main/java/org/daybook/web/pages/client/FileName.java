package org.daybook.web.pages.client;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Locale;
import org.daybook.api.report.VisitReport;

/** What a downloaded report is called (RFC 6266). */
final class FileName {
  private FileName() {}

  /** The header's value: a name in ASCII, and one in the reader's language (RFC 8187). */
  static String attachment(VisitReport report, Locale language) {
    String number = report.number().replaceAll("[^A-Za-z0-9-]", "");
    String revision = report.revision() > 1 ? "-" + report.revision() : "";
    String name = new Words(language, ZoneOffset.UTC).get("file", number + revision);
    return "attachment; filename=\"report-%s%s.pdf\"; filename*=UTF-8''%s"
        .formatted(number, revision, encoded(name));
  }

  private static String encoded(String name) {
    StringBuilder encoded = new StringBuilder();
    for (byte each : name.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (each & 0xFF);
      boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || c == '-' || c == '.');
      encoded.append(plain ? String.valueOf(c) : "%%%02X".formatted((int) c));
    }
    return encoded.toString();
  }
}
