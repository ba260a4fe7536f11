package org.daybook.api.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.daybook.api.access.Actor;
import org.daybook.api.visit.Visit;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Plans the visits of a month. Only for managers and administrators; others get {@link
 * org.daybook.api.error.ForbiddenException}. Each call that changes something is one transaction
 * with its audit entries. Safe for any thread; {@link #propose} and {@link #replan} take as long as
 * the planner is given, seconds as a rule.
 *
 * <p>{@code expectedVersion} is the version the actor saw; if it is given and the thing has
 * another, {@link org.daybook.api.error.StaleVersionException}. All throw {@link
 * org.daybook.api.error.NotFoundException}, {@link org.daybook.api.error.InvalidInputException}
 * naming each bad field, and {@link org.daybook.api.error.RefusedException} if the state does not
 * allow it or the production calendar cannot be read.
 */
@ProviderType
public interface Planning {
  /**
   * Plans a month for all clients, as a draft. Days that are over, and today, get no visits.
   *
   * @throws org.daybook.api.error.RefusedException if the month has a plan; plan that one again
   */
  MonthPlan propose(Actor actor, YearMonth month);

  /**
   * Plans again what does not fit any more, and moves as little as possible: what a manager moved
   * stays, and so does what has begun or is over.
   */
  MonthPlan replan(Actor actor, String planId, OptionalLong expectedVersion);

  /**
   * Puts a visit of a draft elsewhere.
   *
   * @param engineerId empty: the same
   * @param plannedFor empty: the same
   * @throws org.daybook.api.error.InvalidInputException if the engineer is away or elsewhere then,
   *     the day would be too long, or the client is closed
   */
  Visit move(
      Actor actor,
      String visitId,
      OptionalLong expectedVersion,
      Optional<String> engineerId,
      Optional<Instant> plannedFor);

  /**
   * Adds a visit to a draft.
   *
   * @param siteId empty: the client's only site
   * @param engineerId empty: the client's usual engineer
   */
  Visit add(
      Actor actor,
      String planId,
      String clientId,
      Optional<String> siteId,
      Optional<String> engineerId,
      Instant plannedFor);

  /** Takes a visit out of a draft. */
  Visit drop(Actor actor, String visitId, OptionalLong expectedVersion);

  /** Puts the visits of a draft into the calendar. */
  MonthPlan publish(Actor actor, String planId, OptionalLong expectedVersion);

  /** Throws a draft away with its visits. */
  MonthPlan discard(Actor actor, String planId, OptionalLong expectedVersion);

  /**
   * Keeps what a client has agreed on.
   *
   * @param terms with the client's id, and the version that was read; 0 for the first ones
   */
  VisitTerms setTerms(Actor actor, VisitTerms terms);

  /**
   * Notes that one of our staff is away. Published visits stay until the month is planned again.
   *
   * @param until the last day
   */
  Absence addAbsence(Actor actor, String staffId, LocalDate from, LocalDate until, String reason);

  /** Takes an absence back; harmless to repeat. */
  Absence removeAbsence(Actor actor, String absenceId);

  /** How many visits a month a client is due today. For any thread and caller. */
  Norm norm(String clientId);

  /** The plan as CSV (RFC 4180), one line per visit, then what is unmet; with a byte order mark. */
  String table(String planId);

  /** The plan as a picture (SVG 1.1): engineers by days, with a title and a description. */
  String picture(String planId);

  /**
   * Clients whose equipment has outgrown the published plans, each once, with the first month that
   * is too small. For any thread and caller; reads all clients and their equipment.
   *
   * @param from the first month that is looked at
   */
  List<Shortfall> shortfalls(YearMonth from);
}
