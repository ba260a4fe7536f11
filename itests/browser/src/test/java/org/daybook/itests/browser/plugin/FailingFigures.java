package org.daybook.itests.browser.plugin;

import java.time.YearMonth;
import java.util.List;
import org.daybook.api.figures.FigureRow;
import org.daybook.api.figures.Figures;
import org.osgi.service.component.annotations.Component;

/** Figures with a mistake in them, of which no page knows what to say. */
@Component
public final class FailingFigures implements Figures {
  public static final String BUNDLE = "com.example.failing-figures";

  @Override
  public List<FigureRow> of(YearMonth month, By by) {
    throw new IllegalStateException("A mistake in the figures");
  }
}
