package org.daybook.api.figures;

import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The figures of one client or engineer in one month. A visit belongs to the month that it is
 * planned for, an emergency to the month in which it was raised.
 */
@Value.Immutable
@ProviderType
public interface FigureRow {

  /** The client's or engineer's id; empty for what no engineer has. */
  Optional<String> id();

  /** What people call it: a client's code, a member of staff's id; empty where there is no id. */
  Optional<String> code();

  /** Name of the client or engineer; blank where there is no id. */
  String name();

  /** Planned visits of the month; without drafts and without those that were cancelled. */
  int visitsPlanned();

  /** Those of {@link #visitsPlanned} that are over: somebody came and has left. */
  int visitsMade();

  /** Those of {@link #visitsPlanned} that nobody came to on their day. */
  int visitsMissed();

  /** Planned visits of the month that were cancelled; not among {@link #visitsPlanned}. */
  int visitsCancelled();

  /** Minutes from arrival to departure of all visits of the month, emergencies among them. */
  int minutesOnSite();

  /**
   * What became of the month's tasks, by source: those that came to an end in the month, and those
   * that were open when it ended.
   */
  Map<String, TaskCounts> tasks();

  /**
   * Of the tasks that were done in the month on a visit, those that were done on the first visit
   * they were on: carried over from none.
   */
  Share firstTime();

  /** The promises that were open when the month ended, by age. */
  PromiseAges promises();

  /**
   * Of the requests that were finished in the month, those that nobody had to come for. A request
   * is a task that came through remote support, or was resolved remotely; finished is one that is
   * done or resolved remotely.
   */
  Share remote();

  /** The emergencies that were raised in the month and not cancelled. */
  Emergencies emergencies();

  /** Visits of the month that a manager closed over what was missing. */
  int violations();

  /** Disputes that were decided for the client in the month. */
  int disputesUpheld();

  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link FigureRow}. */
  final class Builder extends ImmutableFigureRow.Builder {
    Builder() {}
  }
}
