package org.daybook.web.rest.view;

import java.time.Instant;
import org.daybook.api.task.Occurrence;
import org.daybook.api.task.Priority;

/**
 * A signal of no known client.
 *
 * @param client what its source calls the client; blank if it names none
 * @param asset what its source calls the equipment; blank if it names none
 * @param clearedAt when the source said that it is over; null while it stands
 * @param dismissal why nobody has to care; null while it waits
 * @param dismissedBy staff id
 */
public record SignalView(
    String id,
    String source,
    String externalId,
    String occurrence,
    String client,
    String asset,
    String title,
    String description,
    Priority priority,
    boolean fault,
    Instant raisedAt,
    Instant clearedAt,
    State state,
    String dismissal,
    String dismissedBy,
    Instant dismissedAt,
    long version)
    implements Versioned {

  /** Where it stands. */
  public enum State {
    WAITING,
    DISMISSED,
    /** It has its client. */
    ASSIGNED
  }

  private static State state(Occurrence signal) {
    if (signal.clientId().isPresent()) {
      return State.ASSIGNED;
    }
    return signal.dismissal().isPresent() ? State.DISMISSED : State.WAITING;
  }

  public static SignalView of(Occurrence signal) {
    return new SignalView(
        signal.id(),
        signal.source(),
        signal.externalId(),
        signal.occurrence(),
        signal.clientHint(),
        signal.assetHint(),
        signal.title(),
        signal.description(),
        signal.priority(),
        signal.fault(),
        signal.raisedAt(),
        signal.clearedAt().orElse(null),
        state(signal),
        signal.dismissal().orElse(null),
        signal.dismissedBy().orElse(null),
        signal.dismissedAt().orElse(null),
        signal.version());
  }
}
