package org.daybook.web.rest.view;

import java.time.Instant;
import org.daybook.api.delivery.DeliveryState;
import org.daybook.api.delivery.OutgoingLetter;

/**
 * A letter that is no report, on its way to one person.
 *
 * @param key what it is about: {@code invitation:VISIT:CONTACT:2}
 * @param overseer id of who is told if it cannot be delivered; null for the operators
 * @param stateAt since when it is in its state
 */
public record LetterView(
    String id,
    String key,
    String recipient,
    String subject,
    String overseer,
    String channel,
    DeliveryState state,
    Instant stateAt,
    String messageId,
    int attempts,
    Instant nextAttemptAt,
    String lastAnswer,
    Instant queuedAt,
    Instant sentAt,
    long version)
    implements Versioned {
  /** As a list shows it. */
  public static LetterView of(OutgoingLetter letter, Names names) {
    return new LetterView(
        letter.id(),
        letter.key(),
        letter.recipient(),
        letter.subject(),
        letter.overseerId().orElse(null),
        letter.channel(),
        letter.state(),
        letter.stateAt(),
        letter.messageId(),
        letter.attempts(),
        letter.nextAttemptAt().orElse(null),
        letter.lastAnswer().orElse(null),
        letter.queuedAt(),
        letter.sentAt().orElse(null),
        letter.version());
  }
}
