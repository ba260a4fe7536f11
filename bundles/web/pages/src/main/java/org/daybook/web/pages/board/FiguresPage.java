package org.daybook.web.pages.board;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.error.UnavailableException;
import org.daybook.api.figures.FigureRow;
import org.daybook.api.figures.Figures;
import org.daybook.web.pages.Parts;
import org.daybook.web.pages.board.charts.Picture;
import org.daybook.web.pages.board.charts.Pictures;
import org.daybook.web.pages.http.Form;
import org.daybook.web.pages.http.Trouble;
import org.daybook.web.pages.http.TroubleException;

/** The figures of a month, as tables with a picture. */
final class FiguresPage {
  private final Parts parts;
  private final Words words;

  FiguresPage(Parts parts, Words words) {
    this.parts = parts;
    this.words = words;
  }

  /** The month that it is in the zone of the office. */
  static YearMonth thisMonth(Clock clock, Words words) {
    return YearMonth.now(clock.withZone(words.zone()));
  }

  FiguresView of(Form query, String root) {
    YearMonth now = thisMonth(parts.clock(), words);
    YearMonth month = month(query.get("month"), now);
    Figures.By by = by(query.get("by"));
    List<FigureRow> rows = rows(month, by);
    List<FigureRow> drawn = Chart.drawn(rows);
    String title = words.get("chart", words.month(month));
    long visited = rows.stream().filter(row -> row.visitsPlanned() > 0).count();
    String first = words.get("figures.by." + by);
    Breakdown breakdown =
        new Breakdown(rows, words, month, first, (row, values) -> row(row, values, by, root));
    return new FiguresView(
        words.month(month),
        by == Figures.By.CLIENT,
        new FiguresView.Table(
            "table",
            words.get("table") + " " + words.month(month),
            first,
            Sums.COLUMNS.stream().map(column -> words.get("column." + column)).toList(),
            rows.stream().map(row -> row(row, Sums.of(row).values(), by, root)).toList(),
            Sums.of(rows).values()),
        breakdown.tasks(),
        breakdown.bySource(),
        breakdown.promises(),
        Chart.of(drawn, title, words),
        title,
        visited > drawn.size() ? words.get("chart.most", drawn.size()) : "",
        month.getYear() > 2000 ? address(root, month.minusMonths(1), by) : "",
        month.isBefore(now) ? address(root, month.plusMonths(1), by) : "",
        address(root, month, Figures.By.CLIENT),
        address(root, month, Figures.By.ENGINEER),
        root + "api/v1/figures.csv" + query(month, by),
        new Pictures(words)
            .of(rows).stream().filter(picture -> !picture.empty()).map(Picture::html).toList());
  }

  private List<FigureRow> rows(YearMonth month, Figures.By by) {
    Figures figures =
        parts
            .figures()
            .orElseThrow(() -> new UnavailableException("The figures are missing at the moment."));
    try {
      return figures.of(month, by);
    } catch (InvalidInputException e) {
      throw new TroubleException(Trouble.NO_SUCH_FIGURES);
    }
  }

  private FiguresView.Row row(FigureRow row, List<String> values, Figures.By by, String root) {
    String page =
        by == Figures.By.CLIENT ? row.id().map(id -> root + "board/clients/" + id).orElse("") : "";
    return new FiguresView.Row(Chart.name(row, words), page, values);
  }

  private static String address(String root, YearMonth month, Figures.By by) {
    return root + "board/figures" + query(month, by);
  }

  private static String query(YearMonth month, Figures.By by) {
    return "?month=" + month + "&by=" + by.name().toLowerCase(Locale.ROOT);
  }

  private static YearMonth month(String text, YearMonth usual) {
    if (text.isBlank()) {
      return usual;
    }
    try {
      if (text.matches("\\d{4}-\\d{2}")) {
        return YearMonth.parse(text);
      }
    } catch (DateTimeException e) {
      // said below
    }
    throw new TroubleException(Trouble.NO_SUCH_FIGURES);
  }

  private static Figures.By by(String text) {
    return switch (text) {
      case "", "client" -> Figures.By.CLIENT;
      case "engineer" -> Figures.By.ENGINEER;
      default -> throw new TroubleException(Trouble.NO_SUCH_FIGURES);
    };
  }
}
