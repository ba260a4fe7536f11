package org.daybook.api.dispute;

import java.util.List;
import java.util.OptionalLong;
import org.daybook.api.access.Actor;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Disputes from the first word to the outcome. Each call is one transaction with its audit entries.
 * Safe for any thread. All throw {@link org.daybook.api.error.InvalidInputException} naming each
 * bad field.
 */
@ProviderType
public interface Disputes {
  /**
   * The client misses a task: creates it at once with high priority and in the client's words, and
   * tells the engineer's manager. A repeat with the same external id returns what is there.
   *
   * @param token of the client's page of the report
   * @throws org.daybook.api.error.NotFoundException if the token opens nothing
   * @throws org.daybook.api.error.RefusedException if there are too many open ones on this report,
   *     or the contract with the client has ended
   */
  Dispute open(String token, DisputeRequest request);

  /** The same, written down by a manager for a client who called. */
  Dispute open(Actor actor, String visitId, DisputeRequest request);

  /**
   * The client takes one of this report back; repeats are harmless.
   *
   * @throws org.daybook.api.error.NotFoundException if the token opens nothing, or that is not a
   *     dispute of its report which its contact, or a manager for the client, has opened
   */
  Dispute withdraw(String token, String disputeId);

  /** What the page of a report shows, oldest first. */
  List<Dispute> of(String token);

  /**
   * Does something about a dispute.
   *
   * @param expectedVersion the version the actor saw; if it is given and the dispute has another,
   *     {@link org.daybook.api.error.StaleVersionException}
   * @throws org.daybook.api.error.NotFoundException if there is none
   * @throws org.daybook.api.error.ForbiddenException if it is not theirs to do
   * @throws org.daybook.api.error.RefusedException if its state does not allow that
   */
  Dispute act(Actor actor, String disputeId, OptionalLong expectedVersion, DisputeAction action);
}
