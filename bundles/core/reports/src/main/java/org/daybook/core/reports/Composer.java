package org.daybook.core.reports;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.daybook.api.report.Branding;
import org.daybook.api.report.ReportDocument;
import org.daybook.api.report.ReportDocument.Manager;
import org.daybook.api.report.ReportDocument.Revised;
import org.daybook.api.report.ReportDocument.Section;
import org.daybook.api.report.ReportDocument.Summary;
import org.daybook.api.task.TaskState;
import org.daybook.api.visit.ClosedVisit;
import org.daybook.api.visit.ClosedVisit.Place;
import org.daybook.api.visit.Verdict;

/** Puts a report together from a visit and its sections. */
final class Composer {
  private static final Set<TaskState> SETTLED =
      Set.of(TaskState.DONE, TaskState.RESOLVED_REMOTELY, TaskState.SELF_RECOVERED);

  private Composer() {}

  /** What tells one report from another: blank, 0 and empty in a preview. */
  record Label(
      String number,
      int revision,
      Instant createdAt,
      Optional<Revised> revised,
      Optional<String> previousSha256) {

    static Label ofPreview(Instant now) {
      return new Label("—", 0, now, Optional.empty(), Optional.empty());
    }
  }

  static ReportDocument compose(
      ClosedVisit visit, List<Section> sections, Branding branding, Label label) {
    Words words = new Words(visit.client().language());
    Summary summary = summary(visit);
    return new ReportDocument(
        label.number(),
        label.revision(),
        "",
        label.createdAt(),
        visit.client().language(),
        visit.client().zone(),
        visit.client().name(),
        visit.client().code(),
        site(visit.site()),
        visit.engineer().name(),
        visit.manager().map(each -> new Manager(each.name(), each.email(), each.phone())),
        visit.visitId(),
        visit.arrivedAt(),
        visit.departedAt(),
        visit.nextVisitAt(),
        summary,
        Headline.of(summary, words),
        Decisions.of(visit, words),
        sections,
        label.revised(),
        label.previousSha256(),
        branding);
  }

  private static Summary summary(ClosedVisit visit) {
    int done = (int) visit.tasks().stream().filter(t -> SETTLED.contains(t.state())).count();
    int total = (int) visit.tasks().stream().filter(t -> t.state() != TaskState.CANCELLED).count();
    int green = (int) visit.devices().stream().filter(d -> d.verdict() == Verdict.GREEN).count();
    long minutes = Duration.between(visit.arrivedAt(), visit.departedAt()).toMinutes();
    return new Summary(done, total, green, visit.devices().size(), (int) Math.max(0, minutes));
  }

  private static String site(Place site) {
    String name = site.name().strip();
    String address = site.address().strip();
    if (name.isEmpty() || name.equals(address)) {
      return address;
    }
    return address.isEmpty() ? name : name + ", " + address;
  }
}
