package org.daybook.core.visits;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.daybook.api.dispute.Dispute;
import org.daybook.api.dispute.DisputeState;
import org.daybook.api.store.DisputeQuery;
import org.daybook.api.store.Transaction;
import org.daybook.api.task.Task;
import org.daybook.api.visit.ClosedVisit.Disputed;
import org.daybook.api.visit.Visit;

/**
 * What the client disputed in earlier reports of this site: as long as nobody has decided, and once
 * more after each step. There are few of them, so each may cost a query.
 */
final class DisputeLines {

  private final Transaction tx;
  private final Visit visit;
  private final Optional<Instant> since;

  /**
   * @param since when the visit before ended
   */
  DisputeLines(Transaction tx, Visit visit, Optional<Instant> since) {
    this.tx = tx;
    this.visit = visit;
    this.since = since;
  }

  List<Disputed> lines() {
    Map<String, Dispute> told = new LinkedHashMap<>();
    Stream.concat(undecided(), changed())
        .filter(this::isOfThisSite)
        .forEach(dispute -> told.putIfAbsent(dispute.id(), dispute));
    return told.values().stream()
        .sorted(Comparator.comparing(Dispute::openedAt).thenComparing(Dispute::id))
        .flatMap(dispute -> tx.tasks().find(dispute.taskId()).map(t -> line(dispute, t)).stream())
        .toList();
  }

  private Stream<Dispute> undecided() {
    DisputeQuery.Builder query = DisputeQuery.builder().clientId(visit.clientId());
    Stream.of(DisputeState.values()).filter(state -> !state.isDecided()).forEach(query::addStates);
    return tx.disputes().all(query.build()).stream();
  }

  private Stream<Dispute> changed() {
    DisputeQuery.Builder query = DisputeQuery.builder().clientId(visit.clientId());
    since.ifPresent(query::changedFrom);
    // What came about in the very moment of the visit before was in its report.
    return tx.disputes().all(query.build()).stream()
        .filter(dispute -> since.filter(at -> !dispute.stateAt().isAfter(at)).isEmpty());
  }

  private boolean isOfThisSite(Dispute dispute) {
    return tx.visits()
        .find(dispute.visitId())
        .filter(other -> other.siteId().equals(visit.siteId()))
        .isPresent();
  }

  private static Disputed line(Dispute dispute, Task task) {
    return new Disputed(
        dispute.id(),
        dispute.title(),
        dispute.openedAt(),
        dispute.state(),
        dispute.decision(),
        dispute.outcome(),
        task.state());
  }
}
