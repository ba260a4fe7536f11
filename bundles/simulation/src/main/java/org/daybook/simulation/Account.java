package org.daybook.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.daybook.api.delivery.Delivery;
import org.daybook.api.delivery.DeliveryState;
import org.daybook.api.directory.Client;
import org.daybook.api.notice.Notice;
import org.daybook.api.notice.NoticeKind;
import org.daybook.api.report.ReportState;
import org.daybook.api.report.Verification;
import org.daybook.api.report.VisitReport;
import org.daybook.api.simulation.SimulationSummary.Figure;
import org.daybook.api.store.DeliveryQuery;
import org.daybook.api.store.NoticeQuery;
import org.daybook.api.store.ReportQuery;
import org.daybook.api.store.TaskQuery;
import org.daybook.api.store.Transaction;
import org.daybook.api.store.VisitQuery;
import org.daybook.api.task.Task;
import org.daybook.api.task.TaskState;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitKind;
import org.daybook.api.visit.VisitState;

/** Compares what is in the store with what happened, and counts it. */
final class Account {
  private final Services services;
  private final Company company;
  private final Tally tally;
  private final List<Figure> figures = new ArrayList<>();
  private final List<String> differences = new ArrayList<>();

  Account(Services services, Company company, Tally tally) {
    this.services = services;
    this.company = company;
    this.tally = tally;
  }

  List<Figure> figures() {
    return figures;
  }

  List<String> differences() {
    return differences;
  }

  void close() {
    services
        .store()
        .read(
            tx -> {
              company();
              visits(tx);
              tasks(tx);
              reports(tx);
              notices(tx);
              return null;
            });
    List<Verification> broken =
        services.reports().verify(Optional.empty()).stream().filter(v -> !v.intact()).toList();
    broken.forEach(each -> differ("Report %s: %s", each.number(), each.fault().orElse("")));
  }

  private void company() {
    figure("Clients", company.customers().size());
    figure("Engineers", company.engineers().size());
    figure("Devices", company.customers().stream().mapToInt(each -> each.assets().size()).sum());
  }

  private void visits(Transaction tx) {
    Map<VisitState, Integer> planned = new EnumMap<>(VisitState.class);
    Instant now = services.clock().instant();
    int emergencies = 0;
    for (Visit visit : tx.visits().all(VisitQuery.everything())) {
      boolean closed = visit.state().isClosed();
      if (closed != tally.closedVisits.contains(visit.id())) {
        differ("The visit %s is %s.", visit.id(), visit.state());
      } else if (!closed && !isOff(visit) && visit.plannedFor().isBefore(now)) {
        differ("The time of the visit %s is over, and it is %s.", visit.id(), visit.state());
      }
      if (visit.kind() == VisitKind.EMERGENCY) {
        emergencies++;
      } else {
        planned.merge(visit.state(), 1, Integer::sum);
      }
    }
    figure("Planned visits", planned.toString());
    figure("Wishes of the plans that could not be met", tally.unmet);
    figure("Emergency visits", emergencies);
    int there = planned.values().stream().mapToInt(Integer::intValue).sum();
    if (there != tally.planned) {
      differ("%d visits were planned, there are %d.", tally.planned, there);
    }
    if (emergencies != tally.emergencies.size()) {
      differ("%d emergencies were raised, there are %d.", tally.emergencies.size(), emergencies);
    }
  }

  private static boolean isOff(Visit visit) {
    return visit.state() == VisitState.MISSED || visit.state() == VisitState.CANCELLED;
  }

  private void tasks(Transaction tx) {
    Map<String, Integer> bySource = new TreeMap<>();
    Map<TaskState, Integer> byState = new EnumMap<>(TaskState.class);
    for (Task task : tx.tasks().all(TaskQuery.everything())) {
      bySource.merge(task.source(), 1, Integer::sum);
      byState.merge(task.state(), 1, Integer::sum);
      TaskState ended = tally.ended.get(task.id());
      if (ended != null && ended != task.state()) {
        differ("The task %s was %s and is %s.", task.id(), ended, task.state());
      } else if (ended == null && hasEnded(task)) {
        differ("The task %s is %s, and nobody saw to that.", task.id(), task.state());
      }
    }
    figure("Tasks by source", bySource.toString());
    figure("Tasks by state", byState.toString());
    if (!bySource.equals(tally.raised)) {
      differ("Tasks %s were raised, there are %s.", tally.raised, bySource);
    }
    figure(
        "Requests solved remotely",
        "%d of %d (%d %%)"
            .formatted(
                tally.solvedRemotely,
                tally.requests,
                tally.requests == 0
                    ? 0
                    : Math.round(100.0 * tally.solvedRemotely / tally.requests)));
  }

  /** By somebody's doing; what recovers does so by itself. */
  private static boolean hasEnded(Task task) {
    return task.state().isFinal() && task.state() != TaskState.SELF_RECOVERED;
  }

  private void reports(Transaction tx) {
    Map<String, VisitReport> newest = new HashMap<>();
    for (VisitReport report : tx.reports().all(ReportQuery.everything())) {
      newest.merge(report.visitId(), report, (a, b) -> a.revision() > b.revision() ? a : b);
    }
    Map<DeliveryState, Integer> deliveries = new EnumMap<>(DeliveryState.class);
    int due = 0;
    for (Visit visit : tx.visits().all(VisitQuery.builder().kind(VisitKind.PLANNED).build())) {
      Client client = company.customer(visit.clientId()).client();
      if (!visit.state().isClosed()) {
        continue;
      }
      VisitReport report = newest.get(visit.id());
      if (report == null || report.state() != ReportState.RELEASED) {
        differ("The closed visit %s has no released report.", visit.id());
      } else if (client.plan().includesVisitReports()) {
        due++;
        List<Delivery> sent =
            tx.deliveries().all(DeliveryQuery.builder().reportId(report.id()).build());
        sent.forEach(each -> deliveries.merge(each.state(), 1, Integer::sum));
        if (sent.isEmpty() || sent.stream().anyMatch(each -> each.sentAt().isEmpty())) {
          differ("The report %s was not sent.", report.number());
        }
      }
    }
    figure("Reports", newest.size());
    figure("Of these due to a client", due);
    figure("Deliveries", deliveries.toString());
    figure("Disputes", tally.disputes.size());
  }

  private void notices(Transaction tx) {
    Map<NoticeKind, Integer> byKind = new EnumMap<>(NoticeKind.class);
    for (Notice notice : tx.notices().all(NoticeQuery.everything())) {
      byKind.merge(notice.kind(), 1, Integer::sum);
    }
    figure("Notices", byKind.toString());
  }

  private void figure(String name, Object value) {
    figures.add(new Figure(name, value.toString()));
  }

  private void differ(String sentence, Object... arguments) {
    differences.add(sentence.formatted(arguments));
  }
}
