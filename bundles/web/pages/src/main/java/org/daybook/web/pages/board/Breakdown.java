package org.daybook.web.pages.board;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daybook.api.figures.FigureRow;
import org.daybook.api.figures.PromiseAges;
import org.daybook.api.figures.TaskCounts;

/** What the columns of the figures are made of: tasks by source and outcome, promises by age. */
final class Breakdown {
  private static final List<String> OUTCOMES =
      List.of("done", "remote", "recovered", "cancelled", "carried", "open", "all");
  private static final List<String> AGES = List.of("week", "month", "quarter", "older", "all");

  private final List<FigureRow> rows;
  private final Words words;
  private final String month;
  private final String first;
  private final BiFunction<FigureRow, List<String>, FiguresView.Row> named;

  /**
   * @param first what the rows are: clients or engineers
   * @param named a line with the name of a row
   */
  Breakdown(
      List<FigureRow> rows,
      Words words,
      YearMonth month,
      String first,
      BiFunction<FigureRow, List<String>, FiguresView.Row> named) {
    this.rows = rows;
    this.words = words;
    this.month = words.month(month);
    this.first = first;
    this.named = named;
  }

  /** One line for each source. */
  FiguresView.Table tasks() {
    return new FiguresView.Table(
        "tasks",
        words.get("figures.tasks", month),
        words.get("figures.source"),
        heads("figures.outcome.", OUTCOMES),
        sources().map(this::line).toList(),
        values(rows.stream().flatMap(row -> row.tasks().values().stream())));
  }

  /** One table for each source, with a line for each client or engineer that has tasks of it. */
  List<FiguresView.Table> bySource() {
    return sources().map(this::table).toList();
  }

  /** One line for each client or engineer that has open promises. */
  FiguresView.Table promises() {
    return new FiguresView.Table(
        "promises",
        words.get("figures.promises", month),
        first,
        heads("figures.age.", AGES),
        lines(row -> row.promises().total() > 0, row -> values(row.promises())),
        values(rows.stream().map(FigureRow::promises).reduce(PromiseAges.NONE, Breakdown::plus)));
  }

  private Stream<String> sources() {
    return rows.stream()
        .flatMap(row -> row.tasks().entrySet().stream())
        .filter(each -> each.getValue().total() > 0)
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new))
        .stream();
  }

  private FiguresView.Row line(String source) {
    return new FiguresView.Row(name(source), "", values(rows.stream().map(row -> of(row, source))));
  }

  private FiguresView.Table table(String source) {
    return new FiguresView.Table(
        "tasks-" + source.replaceAll("[^A-Za-z0-9-]", "-"),
        name(source),
        first,
        heads("figures.outcome.", OUTCOMES),
        lines(row -> of(row, source).total() > 0, row -> values(Stream.of(of(row, source)))),
        values(rows.stream().map(row -> of(row, source))));
  }

  private List<FiguresView.Row> lines(
      Predicate<FigureRow> wanted, Function<FigureRow, List<String>> values) {
    return rows.stream().filter(wanted).map(row -> named.apply(row, values.apply(row))).toList();
  }

  private List<String> heads(String prefix, List<String> keys) {
    return keys.stream().map(key -> words.get(prefix + key)).toList();
  }

  private String name(String source) {
    return words.getOr("source." + source, source);
  }

  private static TaskCounts of(FigureRow row, String source) {
    return row.tasks().getOrDefault(source, TaskCounts.NONE);
  }

  private static List<String> values(Stream<TaskCounts> counts) {
    TaskCounts tasks = counts.reduce(TaskCounts.NONE, TaskCounts::plus);
    return Stream.of(
            tasks.done(),
            tasks.resolvedRemotely(),
            tasks.selfRecovered(),
            tasks.cancelled(),
            tasks.carried(),
            tasks.open(),
            tasks.total())
        .map(String::valueOf)
        .toList();
  }

  private static List<String> values(PromiseAges ages) {
    return Stream.of(ages.week(), ages.month(), ages.quarter(), ages.older(), ages.total())
        .map(String::valueOf)
        .toList();
  }

  private static PromiseAges plus(PromiseAges one, PromiseAges other) {
    return new PromiseAges(
        one.week() + other.week(),
        one.month() + other.month(),
        one.quarter() + other.quarter(),
        one.older() + other.older());
  }
}
