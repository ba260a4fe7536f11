package org.daybook.shell;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.figures.FigureRow;
import org.daybook.api.figures.Figures;
import org.daybook.api.figures.Share;
import org.daybook.api.figures.TaskCounts;

/** {@code daybook:figures}. */
@Service
@Command(scope = "daybook", name = "figures", description = "Shows what a month came to")
public final class FiguresCommand extends ListCommand<FigureRow> {
  @Option(name = "--month", description = "The month, such as 2026-11; this one if not said")
  String month;

  @Option(name = "--by", description = "client or engineer")
  @Completion(
      value = StringsCompleter.class,
      values = {"client", "engineer"})
  String by = "client";

  @Override
  List<FigureRow> rows(Platform platform) {
    Figures.By whose = by();
    YearMonth wanted = month(platform);
    return platform.with(Figures.class, figures -> figures.of(wanted, whose));
  }

  private Figures.By by() {
    return Stream.of(Figures.By.values())
        .filter(each -> each.name().equalsIgnoreCase(by))
        .findFirst()
        .orElseThrow(
            () -> new InvalidInputException("--by", "must be client or engineer, is " + by));
  }

  private YearMonth month(Platform platform) {
    if (month == null) {
      return platform.with(Clock.class, clock -> YearMonth.now(clock.withZone(ZoneOffset.UTC)));
    }
    try {
      return YearMonth.parse(month);
    } catch (DateTimeException e) {
      throw new InvalidInputException("--month", "must be a month such as 2026-11, is " + month);
    }
  }

  @Override
  Listing<FigureRow> listing(Platform platform) {
    return new Listing<FigureRow>()
        .column(by.toLowerCase(Locale.ROOT), FigureRow::code)
        .column("name", FigureRow::name)
        .column("planned", FigureRow::visitsPlanned)
        .column("made", FigureRow::visitsMade)
        .column("missed", FigureRow::visitsMissed)
        .column("minutes", FigureRow::minutesOnSite)
        .column("done", row -> tasks(row, TaskCounts::done))
        .column("remotely", row -> tasks(row, TaskCounts::resolvedRemotely))
        .column("recovered", row -> tasks(row, TaskCounts::selfRecovered))
        .column("cancelled", row -> tasks(row, TaskCounts::cancelled))
        .column("carried", row -> tasks(row, TaskCounts::carried))
        .column("open", row -> tasks(row, TaskCounts::open))
        .column("firstTime", row -> share(row.firstTime()))
        .column("remote", row -> share(row.remote()))
        .column("emergencies", row -> row.emergencies().raised())
        .column("median", row -> orNull(row.emergencies().medianMinutes()))
        .column("kept", row -> share(row.emergencies().kept()))
        .column("violations", FigureRow::violations)
        .column("upheld", FigureRow::disputesUpheld);
  }

  private static int tasks(FigureRow row, ToIntFunction<TaskCounts> outcome) {
    return row.tasks().values().stream().mapToInt(outcome).sum();
  }

  private static String share(Share share) {
    return share.whole() == 0 ? null : share.part() + "/" + share.whole();
  }

  private static Integer orNull(OptionalInt value) {
    return value.isPresent() ? value.getAsInt() : null;
  }
}
