package org.daybook.web.pages.board;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.figures.Emergencies;
import org.daybook.api.figures.FigureRow;
import org.daybook.api.figures.Figures;
import org.daybook.api.figures.PromiseAges;
import org.daybook.api.figures.Share;
import org.daybook.api.figures.TaskCounts;
import org.daybook.testkit.Examples;

/** Figures by hand of every month up to March 2026. */
final class FakeFigures implements Figures {
  static final YearMonth NOW = YearMonth.of(2026, 3);

  final List<FigureRow> rows = new ArrayList<>();

  FakeFigures() {
    rows.add(row(Examples.CLIENT_ID, "ООО «Ромашка»", 4, 3));
    rows.add(row("client-lopuh", "АО «Лопух» <b>&", 10, 10));
  }

  static FigureRow row(String id, String name, int planned, int made) {
    return FigureRow.builder()
        .id(id)
        .code(id)
        .name(name)
        .visitsPlanned(planned)
        .visitsMade(made)
        .visitsMissed(planned - made)
        .visitsCancelled(0)
        .minutesOnSite(125)
        .tasks(Map.of("client", new TaskCounts(7, 3, 1, 0, 1, 2)))
        .firstTime(new Share(1, 2))
        .promises(new PromiseAges(1, 0, 0, 0))
        .remote(new Share(199, 200))
        .emergencies(new Emergencies(1, 1, OptionalInt.of(90), OptionalInt.of(90), new Share(1, 1)))
        .violations(1)
        .disputesUpheld(0)
        .build();
  }

  /** A client with these tasks and no promises. */
  static FigureRow tasks(Map<String, TaskCounts> tasks) {
    return quiet().tasks(tasks).build();
  }

  /** A client with these promises and no tasks of the month. */
  static FigureRow promises(PromiseAges promises) {
    return quiet().promises(promises).build();
  }

  private static FigureRow.Builder quiet() {
    FigureRow.Builder quiet = FigureRow.builder();
    quiet.from(row("client-nezabudka", "ООО «Незабудка»", 1, 1));
    return quiet.tasks(Map.of()).promises(PromiseAges.NONE);
  }

  @Override
  public List<FigureRow> of(YearMonth month, By by) {
    if (month.isAfter(NOW) || month.getYear() < 2000) {
      throw new InvalidInputException("month", "has not begun");
    }
    return List.copyOf(rows);
  }
}
