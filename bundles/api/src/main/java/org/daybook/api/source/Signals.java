package org.daybook.api.source;

import java.util.Optional;
import java.util.OptionalLong;
import org.daybook.api.access.Actor;
import org.daybook.api.task.Occurrence;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What managers do with signals of no known client. Each call is one transaction with its audit
 * entries. Safe for any thread.
 *
 * <p>All throw {@link org.daybook.api.error.ForbiddenException} if the actor is neither admin nor
 * manager, {@link org.daybook.api.error.NotFoundException} if there is no such value, and {@link
 * org.daybook.api.error.InvalidInputException} naming each bad field. {@code expectedVersion} is
 * the version of the signal that the actor saw; if it is given and the signal has another, {@link
 * org.daybook.api.error.StaleVersionException}.
 */
@ProviderType
public interface Signals {
  /**
   * Says whose a waiting signal is, and remembers that for what the source calls them: with a piece
   * of equipment, or if the source names no client, for these very names; else for all that the
   * source sends for that client. Whatever waits with the same names becomes tasks, too. What has
   * ended meanwhile becomes a task that went away by itself, so that the next report tells of it.
   *
   * @param clientId an active client
   * @param assetId equipment of that client that is in use
   * @throws org.daybook.api.error.RefusedException if it does not wait any more
   */
  Assigned assign(
      Actor actor,
      String signalId,
      OptionalLong expectedVersion,
      String clientId,
      Optional<String> assetId);

  /**
   * Says that nobody has to care about a signal; it is kept with the reason. It stays so however
   * often it is repeated; the next occurrence waits anew.
   *
   * @param reason 1 to 4000 characters
   * @throws org.daybook.api.error.RefusedException if it does not wait any more
   */
  Occurrence dismiss(Actor actor, String signalId, OptionalLong expectedVersion, String reason);

  /** Takes a mapping back; what came of it stays. Harmless to repeat. */
  void forget(Actor actor, String mappingId);
}
