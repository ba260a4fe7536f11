package org.daybook.web.rest.fake;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.daybook.api.access.Actor;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.error.RefusedException;
import org.daybook.api.error.StaleVersionException;
import org.daybook.api.source.Assigned;
import org.daybook.api.source.SignalMapping;
import org.daybook.api.source.Signals;
import org.daybook.api.store.Store;
import org.daybook.api.store.Transaction;
import org.daybook.api.task.Occurrence;
import org.daybook.testkit.Examples;

/** Puts one signal on the example task, and remembers the names. */
public final class FakeSignals implements Signals {
  private final Store store;

  FakeSignals(Store store) {
    this.store = store;
  }

  @Override
  public Assigned assign(
      Actor actor, String signalId, OptionalLong version, String clientId, Optional<String> asset) {
    return store.inTransaction(
        actor,
        tx -> {
          Occurrence signal = waiting(tx, signalId, version);
          tx.occurrences()
              .update(
                  signal.toBuilder()
                      .clientId(clientId)
                      .assetId(asset)
                      .taskId(Examples.TASK_ID)
                      .build());
          SignalMapping mapping =
              Examples.signalMapping().toBuilder()
                  .id(tx.newId())
                  .source(signal.source())
                  .clientKey(SignalMapping.key(signal.clientHint()))
                  .clientId(clientId)
                  .assetId(asset)
                  .mappedBy(actor.id())
                  .build();
          return new Assigned(tx.signalMappings().insert(mapping), 1, List.of(Examples.TASK_ID));
        });
  }

  @Override
  public Occurrence dismiss(Actor actor, String signalId, OptionalLong version, String reason) {
    if (reason.isBlank()) {
      throw new InvalidInputException("reason", "is required");
    }
    return store.inTransaction(
        actor,
        tx ->
            tx.occurrences()
                .update(
                    waiting(tx, signalId, version).toBuilder()
                        .dismissal(reason)
                        .dismissedBy(actor.id())
                        .dismissedAt(Examples.NOW)
                        .build()));
  }

  @Override
  public void forget(Actor actor, String mappingId) {
    store.inTransaction(
        actor,
        tx -> {
          SignalMapping mapping =
              tx.signalMappings()
                  .findForUpdate(mappingId)
                  .orElseThrow(() -> new NotFoundException("signal mapping", mappingId));
          return tx.signalMappings().update(mapping.toBuilder().removed(true).build());
        });
  }

  private static Occurrence waiting(Transaction tx, String id, OptionalLong version) {
    Occurrence signal =
        tx.occurrences().findForUpdate(id).orElseThrow(() -> new NotFoundException("signal", id));
    if (version.isPresent() && version.getAsLong() != signal.version()) {
      throw new StaleVersionException("signal", id);
    }
    if (!signal.waits()) {
      throw new RefusedException("The signal does not wait any more.");
    }
    return signal;
  }
}
