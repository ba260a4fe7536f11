package org.daybook.web.rest.view;

import java.time.Instant;
import org.daybook.api.delivery.ReportLink;

/** The recipient's page of a report; its address is in their letter only. */
public record LinkView(Instant createdAt, Instant expiresAt, Instant openedAt, Instant revokedAt) {
  static LinkView of(ReportLink link) {
    return new LinkView(
        link.createdAt(),
        link.expiresAt(),
        link.openedAt().orElse(null),
        link.revokedAt().orElse(null));
  }
}
