package org.daybook.core.planning;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.daybook.api.error.RefusedException;

/** Reads {@code YEAR.csv} each time it is asked, so that a changed file counts at once. */
final class ProductionCalendar {
  private static final List<String> COLUMNS = List.of("date", "kind", "note");
  private static final int LARGEST = 1 << 20;

  private final Path directory;

  ProductionCalendar(Path directory) {
    this.directory = directory;
  }

  /**
   * @throws RefusedException naming file, line and column, if the file has an error
   */
  Workdays of(int year) {
    Path file = directory.resolve(year + ".csv");
    if (!Files.exists(file)) {
      return Workdays.withoutCalendar(year);
    }
    return new Workdays(days(file, year), Optional.empty());
  }

  private static Map<LocalDate, Workdays.Kind> days(Path file, int year) {
    Map<LocalDate, Workdays.Kind> days = new HashMap<>();
    try (CSVParser records = CSVParser.parse(text(file), format())) {
      for (CSVRecord record : records) {
        long line = records.getCurrentLineNumber();
        if (record.getRecordNumber() == 1 && record.get(0).equalsIgnoreCase("date")) {
          continue;
        }
        if (record.size() < 2 || record.size() > COLUMNS.size()) {
          throw wrong(file, line, "has " + record.size() + " columns, not date,kind[,note]");
        }
        LocalDate day = day(file, line, record.get(0), year);
        if (days.put(day, kind(file, line, record.get(1))) != null) {
          throw wrong(file, line, "column date: " + day + " is listed twice");
        }
      }
    } catch (IOException | UncheckedIOException e) {
      throw new RefusedException(
          "The production calendar " + file.getFileName() + " cannot be read: " + e.getMessage());
    }
    return days;
  }

  private static CSVFormat format() {
    return CSVFormat.RFC4180
        .builder()
        .setCommentMarker('#')
        .setIgnoreEmptyLines(true)
        .setIgnoreSurroundingSpaces(true)
        .get();
  }

  private static String text(Path file) throws IOException {
    if (Files.size(file) > LARGEST) {
      throw new IOException("it has more than " + LARGEST + " bytes");
    }
    try {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new IOException("it is not in UTF-8", e);
    }
  }

  private static LocalDate day(Path file, long line, String text, int year) {
    LocalDate day;
    try {
      day = LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw wrong(file, line, "column date: must be a date such as 2026-01-09, is " + text);
    }
    if (day.getYear() != year) {
      throw wrong(file, line, "column date: must be in " + year + ", is " + day);
    }
    return day;
  }

  private static Workdays.Kind kind(Path file, long line, String text) {
    for (Workdays.Kind kind : Workdays.Kind.values()) {
      if (kind.name().toLowerCase(Locale.ROOT).equals(text.toLowerCase(Locale.ROOT))) {
        return kind;
      }
    }
    throw wrong(file, line, "column kind: must be holiday, working or short, is " + text);
  }

  private static RefusedException wrong(Path file, long line, String what) {
    return new RefusedException(
        "The production calendar %s has an error, line %d, %s."
            .formatted(file.getFileName(), line, what));
  }
}
