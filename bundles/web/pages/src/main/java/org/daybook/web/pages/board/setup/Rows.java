package org.daybook.web.pages.board.setup;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.daybook.api.error.FieldError;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.regulation.Frequency;
import org.daybook.api.regulation.RegulationItem;
import org.daybook.web.pages.http.Form;

/** The items of a regulation as somebody types them: row by row, whatever they are. */
public final class Rows {
  /** More than any regulation may have, so that the service can say that it is too many. */
  private static final int MOST = 1000;

  private final List<Row> rows;

  private Rows(List<Row> rows) {
    this.rows = new ArrayList<>(rows);
  }

  /**
   * An item as it was typed.
   *
   * @param id blank for a new one
   * @param frequency a {@link Frequency}, if nobody tampered with the form
   */
  public record Row(String id, String ru, String en, String frequency, boolean mandatory) {
    private static final Row BLANK = new Row("", "", "", Frequency.EVERY_VISIT.name(), true);

    private static Row of(RegulationItem item) {
      return new Row(
          item.id(), item.titleRu(), item.titleEn(), item.frequency().name(), item.mandatory());
    }
  }

  static Rows of(List<RegulationItem> items) {
    return new Rows(items.stream().map(Row::of).toList());
  }

  /** One row to begin with. */
  static Rows blank() {
    return new Rows(List.of(Row.BLANK));
  }

  static Rows typed(Form form) {
    return new Rows(
        form.after("id-").stream()
            .filter(number -> number.matches("\\d{1,4}"))
            .map(Integer::valueOf)
            .sorted()
            .limit(MOST)
            .map(
                i ->
                    new Row(
                        form.get("id-" + i),
                        form.get("ru-" + i),
                        form.get("en-" + i),
                        form.get("frequency-" + i),
                        form.get("mandatory-" + i).equals("on")))
            .toList());
  }

  List<Row> all() {
    return List.copyOf(rows);
  }

  /**
   * Does what one of the small buttons says: {@code add}, {@code up-3}, {@code down-3}, {@code
   * remove-3}. Whatever else it says does nothing.
   *
   * @return the row that one goes on with
   */
  int arrange(String what) {
    String[] parts = what.split("-", 2);
    int at = parts.length == 2 && parts[1].matches("\\d{1,4}") ? Integer.parseInt(parts[1]) : -1;
    if (parts[0].equals("add")) {
      rows.add(Row.BLANK);
      return rows.size() - 1;
    }
    if (at < 0 || at >= rows.size()) {
      return -1;
    }
    int to =
        switch (parts[0]) {
          case "up" -> Math.max(0, at - 1);
          case "down" -> Math.min(rows.size() - 1, at + 1);
          case "remove" -> -1;
          default -> at;
        };
    if (to >= 0) {
      Collections.swap(rows, at, to);
      return to;
    }
    rows.remove(at);
    return Math.min(at, rows.size() - 1);
  }

  /** The items, if each can be one. */
  List<RegulationItem> items() {
    List<RegulationItem> items = new ArrayList<>();
    List<FieldError> errors = new ArrayList<>();
    for (Row row : rows) {
      int i = items.size();
      Frequency frequency =
          Stream.of(Frequency.values())
              .filter(each -> each.name().equals(row.frequency()))
              .findFirst()
              .orElseGet(
                  () -> {
                    errors.add(new FieldError("items[" + i + "].frequency", "is required"));
                    return Frequency.EVERY_VISIT;
                  });
      items.add(
          RegulationItem.builder()
              .id(row.id())
              .titleRu(row.ru().strip())
              .titleEn(row.en().strip())
              .frequency(frequency)
              .mandatory(row.mandatory())
              .build());
    }
    if (!errors.isEmpty()) {
      throw new InvalidInputException(errors);
    }
    return items;
  }
}
