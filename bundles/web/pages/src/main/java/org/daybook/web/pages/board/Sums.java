package org.daybook.web.pages.board;

import java.util.List;
import java.util.OptionalInt;
import org.daybook.api.figures.FigureRow;
import org.daybook.api.figures.Share;
import org.daybook.api.figures.TaskCounts;

/** The figures of one row, or of all rows together, as the board shows them. */
record Sums(
    int planned,
    int made,
    int missed,
    int minutes,
    TaskCounts tasks,
    Share firstTime,
    Share remote,
    int promises,
    int emergencies,
    Share kept,
    int violations,
    int disputes) {
  static final Sums NONE =
      new Sums(0, 0, 0, 0, TaskCounts.NONE, Share.NONE, Share.NONE, 0, 0, Share.NONE, 0, 0);

  /** The keys of the columns, in the order of {@link #values}. */
  static final List<String> COLUMNS =
      List.of(
          "planned",
          "made",
          "missed",
          "onSite",
          "done",
          "open",
          "firstTime",
          "remote",
          "promises",
          "emergencies",
          "kept",
          "violations",
          "disputes");

  static Sums of(FigureRow row) {
    return new Sums(
        row.visitsPlanned(),
        row.visitsMade(),
        row.visitsMissed(),
        row.minutesOnSite(),
        row.tasks().values().stream().reduce(TaskCounts.NONE, TaskCounts::plus),
        row.firstTime(),
        row.remote(),
        row.promises().total(),
        row.emergencies().raised(),
        row.emergencies().kept(),
        row.violations(),
        row.disputesUpheld());
  }

  static Sums of(List<FigureRow> rows) {
    return rows.stream().map(Sums::of).reduce(NONE, Sums::plus);
  }

  private Sums plus(Sums other) {
    return new Sums(
        planned + other.planned,
        made + other.made,
        missed + other.missed,
        minutes + other.minutes,
        tasks.plus(other.tasks),
        plus(firstTime, other.firstTime),
        plus(remote, other.remote),
        promises + other.promises,
        emergencies + other.emergencies,
        plus(kept, other.kept),
        violations + other.violations,
        disputes + other.disputes);
  }

  private static Share plus(Share one, Share other) {
    return new Share(one.part() + other.part(), one.whole() + other.whole());
  }

  List<String> values() {
    return List.of(
        String.valueOf(planned),
        String.valueOf(made),
        String.valueOf(missed),
        hours(minutes),
        String.valueOf(tasks.done() + tasks.resolvedRemotely() + tasks.selfRecovered()),
        String.valueOf(tasks.open() + tasks.carried()),
        percent(firstTime),
        percent(remote),
        String.valueOf(promises),
        String.valueOf(emergencies),
        percent(kept),
        String.valueOf(violations),
        String.valueOf(disputes));
  }

  /** Hours and minutes. */
  static String hours(int minutes) {
    return String.format("%d:%02d", minutes / 60, minutes % 60);
  }

  /** A dash without a whole. */
  static String percent(Share share) {
    OptionalInt percent = share.percent();
    return percent.isPresent() ? percent.getAsInt() + "\u00A0%" : "—";
  }
}
