package org.daybook.core.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.daybook.api.diary.Project;
import org.daybook.api.directory.Asset;
import org.daybook.api.directory.Client;
import org.daybook.api.directory.StaffMember;
import org.daybook.api.error.FieldError;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.source.TaskSignal;
import org.daybook.api.store.AssetQuery;
import org.daybook.api.store.ClientQuery;
import org.daybook.api.store.PageRequest;
import org.daybook.api.store.Transaction;
import org.daybook.api.store.VisitQuery;
import org.daybook.api.task.Priority;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitKind;
import org.daybook.api.visit.VisitState;

/** Finds what a signal names: client, equipment, visit, project, engineer. */
final class Places {
  /** As exporters name themselves: {@code srv-01:9100}. */
  private static final Pattern HOST_AND_PORT = Pattern.compile("(.+):\\d{1,5}");

  private static final int A_FEW = 10;

  private final Transaction tx;

  Places(Transaction tx) {
    this.tx = tx;
  }

  /** The client that a source means; empty if none or more than one could be meant. */
  Optional<Client> client(String hint) {
    if (hint.isBlank()) {
      return Optional.empty();
    }
    List<Client> found =
        tx.clients()
            .list(
                ClientQuery.builder().codeOrName(hint.strip()).active(true).build(),
                new PageRequest(A_FEW, Optional.empty(), false))
            .items();
    if (found.size() == 1) {
      return Optional.of(found.get(0));
    }
    String wanted = lower(hint.strip());
    return found.stream().filter(client -> lower(client.code()).equals(wanted)).findFirst();
  }

  /** The equipment of a client that a source means. */
  Optional<Asset> asset(String clientId, String hint) {
    if (hint.isBlank()) {
      return Optional.empty();
    }
    String reference = hint.strip();
    Matcher hostAndPort = HOST_AND_PORT.matcher(reference);
    return hostAndPort.matches()
        ? exactly(clientId, hostAndPort.group(1)).or(() -> exactly(clientId, reference))
        : exactly(clientId, reference);
  }

  /**
   * The visit that a new task of a client comes onto: the one it was meant for, else the one that
   * is under way where its equipment is and takes it. An emergency takes what is urgent only.
   *
   * @param prefix of the field to be named if there is no such visit
   */
  Optional<Visit> visit(TaskSignal signal, String clientId, Optional<Asset> asset, String prefix) {
    return signal
        .visitId()
        .map(id -> visitFor(id, clientId, prefix))
        .or(() -> underWay(clientId, asset, signal.priority()));
  }

  /** Refuses what does not exist; the prefix is for the names of the fields. */
  void checkReferences(TaskSignal signal, String clientId, String prefix) {
    List<FieldError> errors = new ArrayList<>();
    signal
        .projectId()
        .filter(id -> tx.projects().find(id).filter(p -> isOpen(p, clientId)).isEmpty())
        .ifPresent(
            id ->
                errors.add(
                    new FieldError(prefix + "projectId", "is no open project of this client")));
    signal
        .engineerId()
        .filter(id -> tx.staff().find(id).filter(StaffMember::active).isEmpty())
        .ifPresent(
            id ->
                errors.add(new FieldError(prefix + "engineerId", "is no active member of staff")));
    if (!errors.isEmpty()) {
      throw new InvalidInputException(errors);
    }
  }

  private Optional<Asset> exactly(String clientId, String reference) {
    return tx.assets()
        .first(AssetQuery.builder().clientId(clientId).reference(reference).retired(false).build());
  }

  /** Locked, so that it cannot be closed while something is put on it. */
  private Visit visitFor(String id, String clientId, String prefix) {
    return tx.visits()
        .findForUpdate(id)
        .filter(visit -> visit.clientId().equals(clientId) && !visit.state().isOver())
        .orElseThrow(
            () ->
                new InvalidInputException(
                    prefix + "visitId", "is no visit of this client that takes tasks"));
  }

  private Optional<Visit> underWay(String clientId, Optional<Asset> asset, Priority priority) {
    return tx
        .visits()
        .list(
            VisitQuery.builder().clientId(clientId).addStates(VisitState.ON_SITE).build(),
            new PageRequest(A_FEW, Optional.empty(), false))
        .items()
        .stream()
        .filter(visit -> visit.kind() == VisitKind.PLANNED || priority == Priority.URGENT)
        .filter(visit -> asset.filter(a -> !a.siteId().equals(visit.siteId())).isEmpty())
        .findFirst()
        .flatMap(visit -> tx.visits().findForUpdate(visit.id()))
        .filter(visit -> visit.state() == VisitState.ON_SITE);
  }

  private static boolean isOpen(Project project, String clientId) {
    return project.clientId().equals(clientId)
        && project.state() != Project.State.FINISHED
        && project.state() != Project.State.CANCELLED;
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
