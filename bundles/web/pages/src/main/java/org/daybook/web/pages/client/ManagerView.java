package org.daybook.web.pages.client;

import java.util.Optional;
import org.daybook.api.report.ReportDocument;

/**
 * Whom the client turns to; a phone dials at a touch.
 *
 * @param phone as people write it; blank if there is none
 * @param email blank if there is none
 */
public record ManagerView(String name, String phone, String email) {
  static Optional<ManagerView> of(ReportDocument document) {
    return document
        .manager()
        .map(
            each -> new ManagerView(each.name(), each.phone().orElse(""), each.email().orElse("")));
  }

  /** The number for a {@code tel:} address (RFC 3966). */
  public String dial() {
    return phone.replaceAll("[^0-9+]", "");
  }

  /** The mailbox for a {@code mailto:} address (RFC 6068). */
  public String mailbox() {
    return email.replace("%", "%25").replace("?", "%3F").replace("&", "%26");
  }
}
