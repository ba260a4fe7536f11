package org.daybook.core.intake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.daybook.api.access.Actor;
import org.daybook.api.directory.Asset;
import org.daybook.api.directory.Client;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.error.RefusedException;
import org.daybook.api.error.StaleVersionException;
import org.daybook.api.notice.Notices;
import org.daybook.api.source.Assigned;
import org.daybook.api.source.SignalKind;
import org.daybook.api.source.SignalMapping;
import org.daybook.api.source.TaskSignal;
import org.daybook.api.store.Transaction;
import org.daybook.api.task.Occurrence;

/** One manager's work on signals of no known client, in one transaction. */
final class SignalDesk {
  private final Transaction tx;
  private final Notices notices;
  private final Words words;
  private final Actor actor;
  private final Instant now;

  SignalDesk(Transaction tx, Notices notices, Words words, Actor actor, Instant now) {
    this.tx = tx;
    this.notices = notices;
    this.words = words;
    this.actor = actor;
    this.now = now;
  }

  Assigned assign(
      String signalId, OptionalLong expectedVersion, String clientId, Optional<String> assetId) {
    Occurrence signal = waiting(signalId, expectedVersion);
    requireClient(clientId);
    assetId.ifPresent(id -> requireAsset(id, clientId));
    SignalMapping mapping = remember(signal, clientId, assetId);
    Waiting waiting = new Waiting(tx, notices, signal.source());
    List<Occurrence> before = waiting.all();
    List<String> taskIds = before.stream().flatMap(each -> settle(each).stream()).toList();
    before.stream().map(Occurrence::clientHint).distinct().forEach(waiting::endIfNone);
    return new Assigned(mapping, taskIds.size(), taskIds.stream().distinct().toList());
  }

  Occurrence dismiss(String signalId, OptionalLong expectedVersion, String reason) {
    Occurrence signal = waiting(signalId, expectedVersion);
    Occurrence dismissed =
        tx.occurrences()
            .update(
                signal.toBuilder()
                    .dismissal(reason.strip())
                    .dismissedBy(actor.id())
                    .dismissedAt(now)
                    .build());
    new Waiting(tx, notices, signal.source()).endIfNone(signal.clientHint());
    return dismissed;
  }

  void forget(String mappingId) {
    SignalMapping mapping =
        tx.signalMappings()
            .findForUpdate(mappingId)
            .orElseThrow(() -> new NotFoundException("signal mapping", mappingId));
    if (!mapping.removed()) {
      tx.signalMappings()
          .update(mapping.toBuilder().removed(true).mappedBy(actor.id()).mappedAt(now).build());
    }
  }

  private Occurrence waiting(String signalId, OptionalLong expectedVersion) {
    Supplier<NotFoundException> none = () -> new NotFoundException("signal", signalId);
    Occurrence signal = tx.occurrences().findForUpdate(signalId).orElseThrow(none);
    if (expectedVersion.isPresent() && expectedVersion.getAsLong() != signal.version()) {
      throw new StaleVersionException("signal", signalId);
    }
    if (!signal.waits()) {
      throw new RefusedException(
          signal.clientId().isPresent()
              ? "The signal has a client already."
              : "The signal was dismissed.");
    }
    return signal;
  }

  private void requireClient(String clientId) {
    if (tx.clients().find(clientId).filter(Client::active).isEmpty()) {
      throw new InvalidInputException("clientId", "is no active client");
    }
  }

  private void requireAsset(String assetId, String clientId) {
    Optional<Asset> asset =
        tx.assets()
            .find(assetId)
            .filter(found -> found.clientId().equals(clientId) && !found.retired());
    if (asset.isEmpty()) {
      throw new InvalidInputException("assetId", "is no equipment of this client that is in use");
    }
  }

  /**
   * For these names if a piece of equipment is meant or no client is named, else for the client.
   */
  private SignalMapping remember(Occurrence signal, String clientId, Optional<String> assetId) {
    String client = SignalMapping.key(signal.clientHint());
    boolean narrow = assetId.isPresent() || client.isEmpty();
    String asset = narrow ? SignalMapping.key(signal.assetHint()) : "";
    Optional<SignalMapping> before =
        new Mappings(tx, new Places(tx)).find(signal.source(), client, asset);
    SignalMapping mapping =
        before
            .map(SignalMapping::toBuilder)
            .orElseGet(
                () ->
                    SignalMapping.builder()
                        .id(tx.newId())
                        .source(signal.source())
                        .clientKey(client)
                        .assetKey(asset))
            .clientId(clientId)
            .assetId(assetId)
            .mappedBy(actor.id())
            .mappedAt(now)
            .removed(false)
            .build();
    return before.isPresent()
        ? tx.signalMappings().update(mapping)
        : tx.signalMappings().insert(mapping);
  }

  /** Read again under a lock: its source may have ended it this very moment. */
  private Optional<String> settle(Occurrence seen) {
    return tx.occurrences()
        .findForUpdate(seen.id())
        .filter(Occurrence::waits)
        .flatMap(
            waiting ->
                new SignalTransaction(
                        tx,
                        notices,
                        words,
                        now,
                        Sender.machine(waiting.source()),
                        signal(waiting),
                        0)
                    .settle(waiting));
  }

  private static TaskSignal signal(Occurrence occurrence) {
    return TaskSignal.builder()
        .kind(SignalKind.RAISED)
        .externalId(occurrence.externalId())
        .occurrence(occurrence.occurrence())
        .client(occurrence.clientHint())
        .asset(occurrence.assetHint())
        .title(occurrence.title())
        .description(occurrence.description())
        .priority(occurrence.priority())
        .fault(occurrence.fault())
        .occurredAt(occurrence.raisedAt())
        .build();
  }
}
