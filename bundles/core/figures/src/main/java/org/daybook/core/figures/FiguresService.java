package org.daybook.core.figures;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.figures.FigureRow;
import org.daybook.api.figures.Figures;
import org.daybook.api.store.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The {@link Figures} over the store; nothing is kept between two questions. */
@Component(service = Figures.class)
public final class FiguresService implements Figures {
  private static final int FIRST_YEAR = 2000;

  private final Store store;
  private final Clock clock;

  @Activate
  public FiguresService(@Reference Store store, @Reference Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  public List<FigureRow> of(YearMonth month, By by) {
    Instant now = clock.instant();
    if (month.getYear() < FIRST_YEAR) {
      throw new InvalidInputException("month", "must be of " + FIRST_YEAR + " or later");
    }
    if (Span.of(month, Span.EARLIEST, now).from().isAfter(now)) {
      throw new InvalidInputException("month", "has not begun: " + month);
    }
    return store.read(tx -> new MonthOfWork(tx, month, now, by).rows());
  }
}
