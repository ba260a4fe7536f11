package org.daybook.web.pages.board;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.daybook.api.access.Actor;
import org.daybook.api.access.Role;
import org.daybook.api.directory.Client;
import org.daybook.api.directory.Site;
import org.daybook.api.error.FieldError;
import org.daybook.api.error.ForbiddenException;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.error.RefusedException;
import org.daybook.api.error.StaleVersionException;
import org.daybook.api.store.SiteQuery;
import org.daybook.api.store.Store;
import org.daybook.api.store.Transaction;
import org.daybook.api.task.Task;
import org.daybook.api.visit.Candidate;
import org.daybook.api.visit.Check;
import org.daybook.api.visit.CheckAnswer;
import org.daybook.api.visit.ClosedVisit;
import org.daybook.api.visit.Closing;
import org.daybook.api.visit.Correction;
import org.daybook.api.visit.NewCheck;
import org.daybook.api.visit.OpenItem;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitDraft;
import org.daybook.api.visit.VisitEvent;
import org.daybook.api.visit.VisitKind;
import org.daybook.api.visit.VisitState;
import org.daybook.api.visit.Visits;
import org.daybook.testkit.Examples;

/** Visits in a store, by the rules of {@link Visits} as far as pages can tell. */
final class FakeVisits implements Visits {
  final Map<String, ClosedVisit> views = new HashMap<>();
  final List<OpenItem> open = new ArrayList<>();
  private final Store store;

  FakeVisits(Store store) {
    this.store = store;
  }

  @Override
  public Visit schedule(Actor actor, VisitDraft draft) {
    List<FieldError> errors = new ArrayList<>();
    boolean emergency = draft.kind().equals(Optional.of(VisitKind.EMERGENCY));
    if (!emergency && draft.plannedFor().isEmpty()) {
      errors.add(new FieldError("plannedFor", "is required for a planned visit"));
    }
    if (emergency && draft.requestedAt().filter(at -> at.isAfter(Examples.NOW)).isPresent()) {
      errors.add(new FieldError("requestedAt", "must not be in the future"));
    }
    if (!errors.isEmpty()) {
      throw new InvalidInputException(errors);
    }
    return store.inTransaction(
        actor,
        tx ->
            tx.visits()
                .insert(
                    Visit.builder()
                        .id(tx.newId())
                        .kind(draft.kind().orElseThrow())
                        .state(VisitState.SCHEDULED)
                        .clientId(draft.client().orElseThrow())
                        .siteId(draft.site().orElseThrow())
                        .engineerId(draft.engineer().orElseThrow())
                        .plannedFor(draft.plannedFor().orElse(Examples.NOW))
                        .requestedAt(draft.requestedAt())
                        .dueBy(draft.requestedAt().map(at -> at.plusSeconds(7200)))
                        .build()));
  }

  @Override
  public Visit reschedule(
      Actor actor, String visitId, OptionalLong expectedVersion, Instant plannedFor, String why) {
    required("reason", why);
    return change(
        actor,
        visitId,
        expectedVersion,
        visit -> {
          move(visit, VisitEvent.RESCHEDULE);
          return visit.toBuilder().plannedFor(plannedFor).reason(why).build();
        });
  }

  @Override
  public Visit cancel(Actor actor, String visitId, OptionalLong expectedVersion, String reason) {
    required("reason", reason);
    return change(
        actor,
        visitId,
        expectedVersion,
        visit -> visit.toBuilder().state(move(visit, VisitEvent.CANCEL)).reason(reason).build());
  }

  @Override
  public Visit assign(Actor actor, String visitId, OptionalLong expectedVersion, String engineer) {
    return change(
        actor,
        visitId,
        expectedVersion,
        visit -> {
          if (visit.state() != VisitState.SCHEDULED) {
            throw new RefusedException("It is " + visit.state() + ".");
          }
          if (visit.kind() == VisitKind.PLANNED && !actor.isAny(Role.ADMIN, Role.MANAGER)) {
            throw new ForbiddenException("managers only");
          }
          return visit.toBuilder().engineerId(engineer).build();
        });
  }

  @Override
  public Closing close(
      Actor actor,
      String visitId,
      OptionalLong expectedVersion,
      Optional<String> override,
      Optional<Instant> at) {
    if (override.isPresent() && !actor.isAny(Role.ADMIN, Role.MANAGER)) {
      throw new ForbiddenException("managers only");
    }
    boolean closes = open.isEmpty() || override.isPresent();
    Visit visit =
        change(
            actor,
            visitId,
            expectedVersion,
            before ->
                before.toBuilder()
                    .state(closes ? VisitState.CLOSED : move(before, VisitEvent.BEGIN_CLOSING))
                    .overrideReason(override)
                    .build());
    return closes ? new Closing.Closed(visit) : new Closing.StillOpen(visit, open);
  }

  @Override
  public List<Candidate> candidates(Actor actor, Optional<String> client, Optional<String> site) {
    store.<Void>read(
        tx -> {
          requirePlace(tx, client.orElse(""), site);
          return null;
        });
    return List.of(
        Candidate.builder()
            .engineerId(Examples.ENGINEER_ID)
            .engineerName("Пётр Одуванчиков")
            .free(true)
            .usual(true)
            .nearness(Candidate.Nearness.UNKNOWN)
            .reason("Свободен.")
            .build());
  }

  private static void requirePlace(Transaction tx, String clientId, Optional<String> siteId) {
    if (tx.clients().find(clientId).filter(Client::active).isEmpty()) {
      throw new InvalidInputException("client", "the contract with " + clientId + " has ended");
    }
    List<String> sites =
        tx.sites().all(SiteQuery.builder().clientId(clientId).build()).stream()
            .map(Site::id)
            .toList();
    if (siteId.filter(id -> !sites.contains(id)).isPresent()) {
      throw new InvalidInputException("site", "the client has no site " + siteId.get());
    }
    if (siteId.isEmpty() && sites.size() != 1) {
      throw new InvalidInputException(
          "site",
          sites.isEmpty()
              ? "the client has no site yet"
              : "is required: the client has more than one");
    }
  }

  @Override
  public ClosedVisit view(String visitId) {
    return Optional.ofNullable(views.get(visitId))
        .orElseThrow(() -> new NotFoundException("frozen visit", visitId));
  }

  @Override
  public List<OpenItem> missing(String visitId) {
    return List.copyOf(open);
  }

  @Override
  public List<Task> tasks(String visitId) {
    throw new UnsupportedOperationException();
  }

  private Visit change(
      Actor actor, String visitId, OptionalLong expectedVersion, UnaryOperator<Visit> change) {
    return store.inTransaction(
        actor,
        tx -> {
          Visit visit =
              tx.visits().find(visitId).orElseThrow(() -> new NotFoundException("visit", visitId));
          if (expectedVersion.orElse(visit.version()) != visit.version()) {
            throw new StaleVersionException("visit", visitId);
          }
          return tx.visits().update(change.apply(visit));
        });
  }

  private static VisitState move(Visit visit, VisitEvent event) {
    return visit
        .state()
        .on(event)
        .orElseThrow(() -> new RefusedException("It is " + visit.state() + "."));
  }

  private static void required(String field, String text) {
    if (text.isBlank()) {
      throw new InvalidInputException(field, "is required");
    }
  }

  @Override
  public Visit start(
      Actor actor, String visitId, OptionalLong expectedVersion, Optional<Instant> at) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Check answer(
      Actor actor, String visitId, String checkId, OptionalLong version, CheckAnswer answer) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Visit missed(String visitId) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void correct(Actor actor, String visitId, Correction correction) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void reported(String visitId) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Visit accept(
      Actor actor, String visitId, OptionalLong expectedVersion, Optional<Instant> at) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Visit setOut(
      Actor actor, String visitId, OptionalLong expectedVersion, Optional<Instant> at) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<NewCheck> expectedChecks(Actor actor, String visitId) {
    throw new UnsupportedOperationException();
  }
}
