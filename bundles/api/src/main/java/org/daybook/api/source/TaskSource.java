package org.daybook.api.source;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A source of tasks. Implemented by plugins, registered as an OSGi service; while it is registered,
 * its hooks and entrances work, and the platform polls it if it asks for that.
 *
 * <p>All methods may be called on any thread; {@link #poll} on a thread of the platform's, never
 * twice at once, under the time limit {@code sourceSeconds} of {@code org.daybook.intake}. What it
 * throws, and a poll that does not return, becomes a source fault that the operator sees; other
 * sources go on.
 */
@ConsumerType
public interface TaskSource {
  /** Lower-case letters, digits and hyphens; unique: {@code monitoring}. */
  String id();

  /** What people call it, in Russian or English. */
  String title(Locale language);

  /** How often to poll; empty (the default) for a source that is only pushed to. */
  default Optional<Duration> pollEvery() {
    return Optional.empty();
  }

  /**
   * Fetches what is new and hands it to the intake. What was accepted before is harmless to hand
   * over again.
   *
   * @throws Exception for any trouble; the next poll comes all the same
   */
  default void poll(TaskIntake intake) throws Exception {}
}
