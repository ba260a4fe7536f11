package org.daybook.core.control;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.daybook.api.access.Actor;
import org.daybook.api.delivery.LinkedReport;
import org.daybook.api.delivery.ReportLink;
import org.daybook.api.delivery.ReportLinks;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.report.VisitReport;
import org.daybook.testkit.Examples;

/** Knows the tokens it was told, until they expire. */
final class FakeLinks implements ReportLinks {
  private final Map<String, LinkedReport> known = new HashMap<>();
  private final Clock clock;

  FakeLinks(Clock clock) {
    this.clock = clock;
  }

  /** Lets a token open the reports of a visit, in as many revisions. */
  void put(String token, String visitId, int revisions) {
    put(token, visitId, revisions, Examples.CONTACT_ID);
  }

  void put(String token, String visitId, int revisions, String contactId) {
    ReportLink link =
        Examples.reportLink().toBuilder().visitId(visitId).contactId(contactId).build();
    List<VisitReport> reports =
        java.util.stream.IntStream.iterate(revisions, revision -> revision > 0, r -> r - 1)
            .mapToObj(
                revision ->
                    Examples.report().toBuilder()
                        .id("report-" + visitId + "-" + revision)
                        .visitId(visitId)
                        .revision(revision)
                        .build())
            .toList();
    known.put(
        token,
        new LinkedReport(
            link, Examples.contact().name(), Examples.RUSSIAN, Examples.ZONE, reports, false));
  }

  @Override
  public LinkedReport open(String token) {
    LinkedReport linked = known.get(token);
    if (linked == null || !clock.instant().isBefore(linked.link().expiresAt())) {
      throw new NotFoundException("report", "with this address");
    }
    return linked;
  }

  @Override
  public void acknowledge(String token, int revision) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void revoke(Actor actor, String deliveryId) {
    throw new UnsupportedOperationException();
  }
}
