package org.daybook.core.visits;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.daybook.api.access.Role;
import org.daybook.api.directory.Client;
import org.daybook.api.directory.Site;
import org.daybook.api.directory.StaffMember;
import org.daybook.api.store.ClientQuery;
import org.daybook.api.store.PageRequest;
import org.daybook.api.store.SiteQuery;
import org.daybook.api.store.TaskQuery;
import org.daybook.api.store.Transaction;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitDraft;
import org.daybook.api.visit.VisitEvent;
import org.daybook.api.visit.VisitKind;
import org.daybook.api.visit.VisitState;

/** Visits in the calendar, in one transaction. */
final class Scheduling {

  private final Transaction tx;
  private final Instant now;
  private final EmergencyClock emergencies;

  Scheduling(Transaction tx, Instant now, EmergencyClock emergencies) {
    this.tx = tx;
    this.now = now;
    this.emergencies = emergencies;
  }

  Visit schedule(VisitDraft draft) {
    Input input = new Input();
    if (draft.kind().isEmpty()) {
      input.wrong("kind", "is required: PLANNED or EMERGENCY");
    }
    Optional<Client> client = client(draft.client(), input);
    Optional<String> siteId = client.flatMap(c -> siteId(c, draft.site(), input));
    Optional<String> engineerId = engineerId(client, draft, input);
    draft.kind().ifPresent(kind -> checkTimes(kind, draft, input));
    input.throwIfWrong();

    Visit draftVisit =
        Visit.builder()
            .id(tx.newId())
            .kind(draft.kind().orElseThrow())
            .state(VisitState.DRAFT)
            .clientId(client.orElseThrow().id())
            .siteId(siteId.orElseThrow())
            .engineerId(engineerId.orElseThrow())
            .plannedFor(draft.plannedFor().orElse(now))
            .requestedAt(draft.requestedAt())
            .dueBy(draft.requestedAt().map(at -> emergencies.dueBy(at, client.get())))
            .build();
    return tx.visits().insert(Guard.move(draftVisit, VisitEvent.SCHEDULE));
  }

  Visit reschedule(Visit visit, Instant plannedFor, String reason) {
    new Input().required("reason", Optional.ofNullable(reason)).throwIfWrong();
    // A visit that lost its place but got none yet only needs the second half.
    Visit out =
        visit.state() == VisitState.RESCHEDULED ? visit : Guard.move(visit, VisitEvent.RESCHEDULE);
    return tx.visits()
        .update(
            Guard.move(out, VisitEvent.SCHEDULE).toBuilder()
                .plannedFor(plannedFor)
                // Nobody has agreed to the other time yet.
                .acceptedAt(Optional.empty())
                .onTheWayAt(Optional.empty())
                .reason(reason.strip())
                .build());
  }

  /**
   * Somebody else comes. What the engineer before accepted, the next one has not; what waits there
   * for the one before waits for the other.
   */
  Visit assign(Visit visit, String engineerId) {
    Guard.requireScheduled(visit, "ASSIGN");
    if (visit.engineerId().equals(engineerId)) {
      return visit;
    }
    tx.tasks().all(TaskQuery.builder().visitId(visit.id()).build()).stream()
        .filter(task -> !task.state().isFinal())
        .filter(task -> task.engineerId().filter(visit.engineerId()::equals).isPresent())
        .forEach(task -> tx.tasks().update(task.toBuilder().engineerId(engineerId).build()));
    return tx.visits()
        .update(
            visit.toBuilder()
                .engineerId(engineerId)
                .acceptedAt(Optional.empty())
                .onTheWayAt(Optional.empty())
                .build());
  }

  Visit cancel(Visit visit, String reason) {
    new Input().required("reason", Optional.ofNullable(reason)).throwIfWrong();
    return tx.visits()
        .update(
            Guard.move(visit, VisitEvent.CANCEL).toBuilder()
                .neverScheduled(visit.state() == VisitState.DRAFT)
                .reason(reason.strip())
                .build());
  }

  Optional<Client> client(Optional<String> given, Input input) {
    Optional<String> name = given.map(String::strip).filter(text -> !text.isEmpty());
    if (name.isEmpty()) {
      input.wrong("client", "is required");
      return Optional.empty();
    }
    Optional<Client> client =
        tx.clients()
            .first(ClientQuery.builder().code(name.get()).build())
            .or(() -> tx.clients().find(name.get()));
    if (client.isEmpty()) {
      input.wrong("client", "there is no client " + name.get());
    } else if (!client.get().active()) {
      input.wrong("client", "the contract with " + name.get() + " has ended");
    }
    return client.filter(Client::active);
  }

  Optional<String> siteId(Client client, Optional<String> site, Input input) {
    Optional<String> given = site.map(String::strip).filter(text -> !text.isEmpty());
    if (given.isPresent()) {
      Optional<String> found =
          tx.sites()
              .find(given.get())
              .filter(its -> its.clientId().equals(client.id()))
              .map(Site::id);
      if (found.isEmpty()) {
        input.wrong("site", "the client has no site " + given.get());
      }
      return found;
    }
    List<Site> sites =
        tx.sites()
            .list(
                SiteQuery.builder().clientId(client.id()).build(),
                new PageRequest(2, Optional.empty(), false))
            .items();
    if (sites.size() == 1) {
      return Optional.of(sites.get(0).id());
    }
    input.wrong(
        "site",
        sites.isEmpty()
            ? "the client has no site yet"
            : "is required: the client has more than one");
    return Optional.empty();
  }

  private Optional<String> engineerId(Optional<Client> client, VisitDraft draft, Input input) {
    Optional<String> id = draft.engineer().map(String::strip).filter(text -> !text.isEmpty());
    if (id.isEmpty()) {
      Optional<String> usual = client.flatMap(Client::engineerId);
      if (usual.isEmpty()) {
        // Without a known client nobody can say whether there is a usual engineer.
        client.ifPresent(
            c -> input.wrong("engineer", "is required: the client has no usual engineer"));
        return Optional.empty();
      }
      id = usual;
    }
    return activeEngineer(id.get(), input);
  }

  Optional<String> activeEngineer(String id, Input input) {
    Optional<String> found =
        tx.staff()
            .find(id)
            .filter(StaffMember::active)
            .filter(member -> member.role() == Role.ENGINEER)
            .map(StaffMember::id);
    if (found.isEmpty()) {
      input.wrong("engineer", "there is no active engineer " + id);
    }
    return found;
  }

  private void checkTimes(VisitKind kind, VisitDraft draft, Input input) {
    if (kind == VisitKind.PLANNED) {
      if (draft.plannedFor().isEmpty()) {
        input.wrong("plannedFor", "is required for a planned visit");
      }
      if (draft.requestedAt().isPresent()) {
        input.wrong("requestedAt", "belongs to emergency visits only");
      }
    } else if (draft.requestedAt().isEmpty()) {
      input.wrong("requestedAt", "is required for an emergency visit");
    } else if (draft.requestedAt().get().isAfter(now)) {
      input.wrong("requestedAt", "must not be in the future");
    }
  }
}
