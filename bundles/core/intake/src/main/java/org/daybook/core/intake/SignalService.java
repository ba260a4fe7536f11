package org.daybook.core.intake;

import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.daybook.api.access.Actor;
import org.daybook.api.access.Role;
import org.daybook.api.error.ForbiddenException;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.notice.Notices;
import org.daybook.api.source.Assigned;
import org.daybook.api.source.Signals;
import org.daybook.api.store.Store;
import org.daybook.api.task.Occurrence;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The {@link Signals} over the store: one transaction per call. */
@Component(service = Signals.class, configurationPid = "org.daybook.intake")
public final class SignalService implements Signals {
  private static final int MAX_REASON = 4000;

  private final Store store;
  private final Notices notices;
  private final Clock clock;
  private final Words words;

  @Activate
  public SignalService(
      @Reference Store store,
      @Reference Notices notices,
      @Reference Clock clock,
      IntakeConfig config) {
    this.store = store;
    this.notices = notices;
    this.clock = clock;
    this.words = Words.in(config.language());
  }

  @Override
  public Assigned assign(
      Actor actor,
      String signalId,
      OptionalLong expectedVersion,
      String clientId,
      Optional<String> assetId) {
    requireManager(actor);
    if (clientId == null || clientId.isBlank()) {
      throw new InvalidInputException("clientId", "is required");
    }
    return at(actor, desk -> desk.assign(signalId, expectedVersion, clientId, assetId));
  }

  @Override
  public Occurrence dismiss(
      Actor actor, String signalId, OptionalLong expectedVersion, String reason) {
    requireManager(actor);
    if (reason == null || reason.isBlank()) {
      throw new InvalidInputException("reason", "is required");
    }
    if (reason.length() > MAX_REASON) {
      throw new InvalidInputException(
          "reason", "must have at most " + MAX_REASON + " characters, has " + reason.length());
    }
    return at(actor, desk -> desk.dismiss(signalId, expectedVersion, reason));
  }

  @Override
  public void forget(Actor actor, String mappingId) {
    requireManager(actor);
    at(
        actor,
        desk -> {
          desk.forget(mappingId);
          return mappingId;
        });
  }

  private <T> T at(Actor actor, Function<SignalDesk, T> work) {
    return store.inTransaction(
        actor, tx -> work.apply(new SignalDesk(tx, notices, words, actor, clock.instant())));
  }

  private static void requireManager(Actor actor) {
    if (!actor.isAny(Role.ADMIN, Role.MANAGER)) {
      throw new ForbiddenException("Only a manager may say whose a signal is.");
    }
  }
}
