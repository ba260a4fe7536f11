package org.daybook.api.visit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.daybook.api.access.Actor;
import org.daybook.api.task.Task;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The life of visits. Each call is one transaction with its audit entries. Safe for any thread.
 *
 * <p>{@code at} is when a step was done, by somebody who could not say so at once; empty for now.
 * What is up to two minutes ahead of the server's clock, or behind the step before, is the clocks'
 * difference and becomes now, or the moment of that step. Further ahead or behind, or more than 24
 * hours ago, it is {@link org.daybook.api.error.InvalidInputException} naming {@code at}. The audit
 * trail keeps the time at which the server heard of it.
 *
 * <p>{@code expectedVersion} is the version the actor saw; if it is given and the visit has
 * another, {@link org.daybook.api.error.StaleVersionException}. All throw {@link
 * org.daybook.api.error.NotFoundException}, {@link org.daybook.api.error.InvalidInputException}
 * naming each bad field, {@link org.daybook.api.error.ForbiddenException} (an engineer works only
 * their own visits) and {@link org.daybook.api.error.RefusedException} if the state does not allow
 * it.
 */
@ProviderType
public interface Visits {
  /**
   * Puts a visit into the calendar, SCHEDULED. Managers may, and support an emergency; an emergency
   * gets its {@link Visit#dueBy} from the clock of the client's service plan.
   */
  Visit schedule(Actor actor, VisitDraft draft);

  /**
   * The engineer has arrived: open tasks of the client and the checks come onto the visit. A visit
   * that was missed takes only an arrival of which the news comes late: one on its very day,
   * whatever version the actor saw.
   *
   * @param at when that was, for who had no network: at most 24 hours ago; empty for now
   */
  Visit start(Actor actor, String visitId, OptionalLong expectedVersion, Optional<Instant> at);

  /** The engineer arrives now. */
  default Visit start(Actor actor, String visitId, OptionalLong expectedVersion) {
    return start(actor, visitId, expectedVersion, Optional.empty());
  }

  /**
   * The checks that would come onto a visit if its engineer arrived now, so that who arrives
   * without network can answer them; empty for any visit that is not SCHEDULED. Whoever may see the
   * visit may ask. Nothing of the visit is written, and a listener that fails is not told of: its
   * checks are missing here as they would be at arrival, which tells.
   */
  List<NewCheck> expectedChecks(Actor actor, String visitId);

  Visit reschedule(
      Actor actor, String visitId, OptionalLong expectedVersion, Instant plannedFor, String reason);

  Visit cancel(Actor actor, String visitId, OptionalLong expectedVersion, String reason);

  /** Answers a check of a visit that is under way; a PROBLEM opens a {@link Problem}. */
  Check answer(
      Actor actor,
      String visitId,
      String checkId,
      OptionalLong expectedVersion,
      CheckAnswer answer);

  /**
   * The day of a visit is over and nobody came. Called by the platform; harmless to repeat.
   *
   * @throws org.daybook.api.error.RefusedException if somebody came, or is not expected any more
   */
  Visit missed(String visitId);

  /**
   * Closes a visit if nothing is missing: freezes it and queues its report in one transaction.
   *
   * @param overrideReason given by a manager, closes it over what is missing, and each gap is a
   *     violation
   * @param at when the engineer left
   */
  Closing close(
      Actor actor,
      String visitId,
      OptionalLong expectedVersion,
      Optional<String> overrideReason,
      Optional<Instant> at);

  /** Closes a visit that the engineer leaves now. */
  default Closing close(
      Actor actor, String visitId, OptionalLong expectedVersion, Optional<String> overrideReason) {
    return close(actor, visitId, expectedVersion, overrideReason, Optional.empty());
  }

  /**
   * Amends the record of a closed visit: keeps the amended view as its next revision and queues the
   * report job in one transaction. The tasks and checks themselves follow: a task that turns out to
   * be done is finished, a check's problem is opened or ended. Called by the platform; see {@link
   * org.daybook.api.report.Reports#correct}.
   *
   * <p>The amended view says what the correction says. What is there today follows only as far as
   * nothing that happened since stands against it: a task that came to an end later keeps that end,
   * and a later visit's check counts more than this one's. Time is added up to the corrected total,
   * never taken away.
   *
   * @throws org.daybook.api.error.RefusedException if the visit is not closed, if the report of the
   *     revision before is still being made, or if a task that is finished for good, or is with a
   *     specialist, turns out to be not done: a new task has to be set, or the task be returned
   */
  void correct(Actor actor, String visitId, Correction correction);

  /**
   * What a report is made of: the newest frozen revision once the visit is closed, as of now before
   * that.
   */
  ClosedVisit view(String visitId);

  /**
   * The equipment of {@link #view} alone, which is far less to read while the visit is not closed;
   * it may be without the verdicts of the visit before.
   */
  default List<ClosedVisit.Device> devices(String visitId) {
    return view(visitId).devices();
  }

  /** The report of a closed visit was released. Called by the platform; harmless to repeat. */
  void reported(String visitId);

  /**
   * The active engineers in the order in which an emergency would be given to them: first those who
   * are free now, then who is nearest today, then the client's usual engineer. Support and managers
   * may ask.
   *
   * @param client code or id
   * @param site id; may be empty if the client has one site
   */
  List<Candidate> candidates(Actor actor, Optional<String> client, Optional<String> site);

  /**
   * Hands a scheduled visit to another engineer before anybody has arrived; what the one before
   * accepted counts no longer. Managers may, and support with an emergency. Whether a planned visit
   * fits into the day of the other engineer is for who hands it on. Harmless to repeat: the
   * engineer who has it keeps it.
   *
   * @param engineer staff id
   */
  Visit assign(Actor actor, String visitId, OptionalLong expectedVersion, String engineer);

  /**
   * The engineer takes an emergency on. Refused for a planned visit. Harmless to repeat, also after
   * arrival.
   */
  Visit accept(Actor actor, String visitId, OptionalLong expectedVersion, Optional<Instant> at);

  /** The engineer takes an emergency on now. */
  default Visit accept(Actor actor, String visitId, OptionalLong expectedVersion) {
    return accept(actor, visitId, expectedVersion, Optional.empty());
  }

  /**
   * The engineer sets out for an emergency, and thereby takes it on. Refused for a planned visit.
   * Harmless to repeat, also after arrival.
   */
  Visit setOut(Actor actor, String visitId, OptionalLong expectedVersion, Optional<Instant> at);

  /** The engineer sets out now. */
  default Visit setOut(Actor actor, String visitId, OptionalLong expectedVersion) {
    return setOut(actor, visitId, expectedVersion, Optional.empty());
  }

  /**
   * What an engineer finds to do at a visit, the most urgent first: the tasks that are on it, and
   * until somebody has arrived also those that arrival would bring onto it.
   */
  List<Task> tasks(String visitId);

  /**
   * What keeps a visit that is under way from being closed, tasks first, without asking the sources
   * of the regulation anew; empty for any other visit. Changes nothing, {@link #close} decides.
   */
  List<OpenItem> missing(String visitId);
}
