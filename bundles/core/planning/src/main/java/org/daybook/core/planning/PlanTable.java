package org.daybook.core.planning;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.format.DateTimeFormatter;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.daybook.api.directory.Site;
import org.daybook.api.plan.Unmet;

/** A plan as CSV (RFC 4180), as spreadsheets open it. */
final class PlanTable {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  private final Words words;

  PlanTable(Words words) {
    this.words = words;
  }

  String of(ShownPlan shown) {
    // Without the mark, spreadsheets take the text for one in the code page of their country.
    StringBuilder text = new StringBuilder("\uFEFF");
    try (CSVPrinter csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
      csv.printRecord(
          Stream.of(
                  "kind",
                  "date",
                  "time",
                  "minutes",
                  "engineer",
                  "client",
                  "name",
                  "site",
                  "district",
                  "state",
                  "note")
              .map(column -> words.get("table." + column)));
      for (ShownPlan.Line line : shown.lines()) {
        print(
            csv,
            words.get("table.visit"),
            line.day().toString(),
            TIME.format(line.begin()),
            String.valueOf(line.minutes()),
            line.engineer(),
            line.client().code(),
            line.client().name(),
            line.site().map(Site::name).orElse(""),
            line.site().flatMap(Site::district).orElse(""),
            line.visit().state().name(),
            "");
      }
      for (Unmet unmet : shown.plan().unmet()) {
        print(
            csv,
            words.get("table.unmet"),
            "",
            "",
            "",
            "",
            shown.clientCode(unmet.clientId()),
            shown.clientName(unmet.clientId()),
            "",
            "",
            words.get("wish." + unmet.wish()),
            unmet.reason());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void print(CSVPrinter csv, String... cells) throws IOException {
    csv.printRecord(Stream.of(cells).map(PlanTable::harmless));
  }

  /** Spreadsheets take a cell that begins like this for a formula and calculate it. */
  private static String harmless(String cell) {
    return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }
}
