package org.daybook.web.rest.fake;

import java.time.YearMonth;
import java.util.List;
import java.util.OptionalInt;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.figures.Emergencies;
import org.daybook.api.figures.FigureRow;
import org.daybook.api.figures.Figures;
import org.daybook.api.figures.PromiseAges;
import org.daybook.api.figures.Share;
import org.daybook.api.figures.TaskCounts;

/** Two rows, one of them of nobody. */
public final class FakeFigures implements Figures {
  public String name = "ООО «Ромашка»";
  public YearMonth lastMonth;
  public By lastBy;

  @Override
  public List<FigureRow> of(YearMonth month, By by) {
    lastMonth = month;
    lastBy = by;
    if (month.getYear() > 2900) {
      throw new InvalidInputException("month", "has not begun: " + month);
    }
    FigureRow first =
        row()
            .id("client-romashka")
            .code("romashka")
            .name(name)
            .putTasks("monitoring", new TaskCounts(1, 2, 3, 4, 5, 6))
            .putTasks("remote", new TaskCounts(1, 0, 0, 0, 0, 0))
            .firstTime(new Share(2, 3))
            .emergencies(
                new Emergencies(2, 1, OptionalInt.of(80), OptionalInt.of(80), new Share(1, 1)))
            .build();
    return List.of(first, row().name("").build());
  }

  private static FigureRow.Builder row() {
    return FigureRow.builder()
        .visitsPlanned(4)
        .visitsMade(2)
        .visitsMissed(1)
        .visitsCancelled(0)
        .minutesOnSite(185)
        .firstTime(Share.NONE)
        .promises(new PromiseAges(1, 2, 3, 4))
        .remote(Share.NONE)
        .emergencies(Emergencies.NONE)
        .violations(1)
        .disputesUpheld(0);
  }
}
