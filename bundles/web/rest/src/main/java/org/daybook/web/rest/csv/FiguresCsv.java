package org.daybook.web.rest.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.daybook.api.figures.FigureRow;
import org.daybook.api.figures.TaskCounts;

/** The figures of a month as RFC 4180 has it, in UTF-8, with a line of names first. */
public final class FiguresCsv {
  private static final List<String> OUTCOMES =
      List.of("done", "resolvedRemotely", "selfRecovered", "cancelled", "carried", "open");

  private FiguresCsv() {}

  public static byte[] of(YearMonth month, List<FigureRow> rows) {
    SortedSet<String> sources = new TreeSet<>();
    rows.forEach(row -> sources.addAll(row.tasks().keySet()));
    StringBuilder text = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
      printer.printRecord(head(sources));
      for (FigureRow row : rows) {
        printer.printRecord(values(month, row, sources));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> head(SortedSet<String> sources) {
    List<String> head =
        new ArrayList<>(
            List.of(
                "month",
                "id",
                "code",
                "name",
                "visitsPlanned",
                "visitsMade",
                "visitsMissed",
                "visitsCancelled",
                "minutesOnSite",
                "emergencies",
                "emergenciesReached",
                "responseMedianMinutes",
                "responseWorstMinutes",
                "responseKept",
                "responseDecided",
                "doneFirstTime",
                "doneOnVisits",
                "resolvedRemotely",
                "requestsFinished",
                "promises0to7Days",
                "promises8to30Days",
                "promises31to90Days",
                "promisesOlder",
                "violations",
                "disputesUpheld"));
    OUTCOMES.forEach(outcome -> head.add("tasks." + outcome));
    for (String source : sources) {
      OUTCOMES.forEach(outcome -> head.add(harmless("tasks." + source + "." + outcome)));
    }
    return head;
  }

  private static List<Object> values(YearMonth month, FigureRow row, SortedSet<String> sources) {
    List<Object> values = new ArrayList<>();
    values.add(month.toString());
    values.add(harmless(row.id().orElse("")));
    values.add(harmless(row.code().orElse("")));
    values.add(harmless(row.name()));
    values.add(row.visitsPlanned());
    values.add(row.visitsMade());
    values.add(row.visitsMissed());
    values.add(row.visitsCancelled());
    values.add(row.minutesOnSite());
    values.add(row.emergencies().raised());
    values.add(row.emergencies().reached());
    values.add(orBlank(row.emergencies().medianMinutes()));
    values.add(orBlank(row.emergencies().worstMinutes()));
    values.add(row.emergencies().kept().part());
    values.add(row.emergencies().kept().whole());
    values.add(row.firstTime().part());
    values.add(row.firstTime().whole());
    values.add(row.remote().part());
    values.add(row.remote().whole());
    values.add(row.promises().week());
    values.add(row.promises().month());
    values.add(row.promises().quarter());
    values.add(row.promises().older());
    values.add(row.violations());
    values.add(row.disputesUpheld());
    values.addAll(counts(row.tasks().values().stream().reduce(TaskCounts.NONE, TaskCounts::plus)));
    for (String source : sources) {
      values.addAll(counts(row.tasks().getOrDefault(source, TaskCounts.NONE)));
    }
    return values;
  }

  private static List<Integer> counts(TaskCounts tasks) {
    return List.of(
        tasks.done(),
        tasks.resolvedRemotely(),
        tasks.selfRecovered(),
        tasks.cancelled(),
        tasks.carried(),
        tasks.open());
  }

  private static Object orBlank(OptionalInt value) {
    return value.isPresent() ? value.getAsInt() : "";
  }

  /** A spreadsheet takes what begins like this for a formula, and would run it. */
  static String harmless(String text) {
    return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
