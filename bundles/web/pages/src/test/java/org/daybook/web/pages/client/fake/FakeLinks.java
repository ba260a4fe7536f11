package org.daybook.web.pages.client.fake;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.daybook.api.access.Actor;
import org.daybook.api.delivery.LinkedReport;
import org.daybook.api.delivery.ReportLinks;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.error.RefusedException;
import org.daybook.api.report.ReportState;
import org.daybook.api.report.VisitReport;
import org.daybook.testkit.Examples;

/** One link to one report, of which a second revision can be sent. */
public final class FakeLinks implements ReportLinks {
  public static final String TOKEN = "q1w2e3r4t5y6u7i8o9p0a1s2d3f4g5h6j7k8l9z0x1c";

  public boolean acknowledged;
  public boolean bounced;
  public boolean revoked;
  public Instant now = Examples.NOW;
  public int acknowledgements;
  public Locale language = Examples.RUSSIAN;
  public RuntimeException fault;
  private final List<VisitReport> revisions = new ArrayList<>(List.of(Examples.report()));

  /** Sends a corrected report. */
  public void correct(String reason) {
    VisitReport last = revisions.get(0);
    int next = last.revision() + 1;
    revisions.set(0, last.toBuilder().state(ReportState.SUPERSEDED).build());
    revisions.add(
        0,
        last.toBuilder()
            .id("report-" + next)
            .revision(next)
            .reason(reason)
            .releasedAt(Examples.NOW.plus(Duration.ofDays(next - 1L)))
            .build());
    acknowledged = false;
  }

  @Override
  public LinkedReport open(String token) {
    check(token);
    return new LinkedReport(
        Examples.reportLink(), "Анна Лютикова", language, Examples.ZONE, revisions, acknowledged);
  }

  @Override
  public void acknowledge(String token, int revision) {
    check(token);
    if (revision != revisions.get(0).revision()) {
      throw new RefusedException("A newer revision was sent meanwhile.");
    }
    acknowledged = !bounced;
    acknowledgements++;
  }

  @Override
  public void revoke(Actor actor, String deliveryId) {
    revoked = true;
  }

  void check(String token) {
    Optional.ofNullable(fault)
        .ifPresent(
            each -> {
              throw each;
            });
    boolean expired = !now.isBefore(Examples.reportLink().expiresAt());
    if (revoked || expired || !token.equals(TOKEN)) {
      throw new NotFoundException("report link", "");
    }
  }
}
