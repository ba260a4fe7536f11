package org.daybook.storage.jpa;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Comparator;
import java.util.function.ToLongFunction;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.visit.Visit;
import org.daybook.storage.jpa.row.Row;

/**
 * The order of a list and the cursors in it. A cursor names the last row of a part, so that a list
 * that grows meanwhile neither repeats nor skips a row.
 */
interface Order<T> {
  /** The order by clause. */
  String clause(boolean newestFirst);

  /** The same order for rows that were read; oldest first. */
  Comparator<Row<T>> comparator();

  /** Narrows to the rows behind a cursor. */
  void continueAfter(String cursor, boolean newestFirst, Conditions where);

  /** The cursor of a row. */
  String cursor(String id, T value);

  /** By id, which is by age. */
  static <T> Order<T> byId() {
    return new Order<>() {
      @Override
      public String clause(boolean newestFirst) {
        return " order by e.id" + direction(newestFirst);
      }

      @Override
      public Comparator<Row<T>> comparator() {
        return Comparator.comparing(Row::id);
      }

      @Override
      public void continueAfter(String cursor, boolean newestFirst, Conditions where) {
        where.and("e.id" + comparison(newestFirst) + where.parameter(decoded(cursor)));
      }

      @Override
      public String cursor(String id, T value) {
        return encoded(id);
      }
    };
  }

  /** Visits by the moment they are planned for, then by id. */
  static Order<Visit> byPlan() {
    return new Order<>() {
      @Override
      public String clause(boolean newestFirst) {
        return " order by e.plannedFor"
            + direction(newestFirst)
            + ", e.id"
            + direction(newestFirst);
      }

      @Override
      public Comparator<Row<Visit>> comparator() {
        return Comparator.comparing((Row<Visit> row) -> row.value().plannedFor())
            .thenComparing(Row::id);
      }

      @Override
      public void continueAfter(String cursor, boolean newestFirst, Conditions where) {
        String[] momentAndId = decoded(cursor).split(" ", 2);
        if (momentAndId.length != 2) {
          throw notACursor();
        }
        String moment = where.parameter(moment(momentAndId[0]));
        String id = where.parameter(momentAndId[1]);
        String compares = comparison(newestFirst);
        where.and(
            "(e.plannedFor%s%s or (e.plannedFor = %s and e.id%s%s))"
                .formatted(compares, moment, moment, compares, id));
      }

      @Override
      public String cursor(String id, Visit value) {
        return encoded(value.plannedFor() + " " + id);
      }
    };
  }

  /** By a number that a column keeps, then by id. */
  static <T> Order<T> byNumber(String field, ToLongFunction<T> number) {
    return new Order<>() {
      @Override
      public String clause(boolean newestFirst) {
        String direction = direction(newestFirst);
        return " order by e." + field + direction + ", e.id" + direction;
      }

      @Override
      public Comparator<Row<T>> comparator() {
        return Comparator.comparingLong((Row<T> row) -> number.applyAsLong(row.value()))
            .thenComparing(Row::id);
      }

      @Override
      public void continueAfter(String cursor, boolean newestFirst, Conditions where) {
        String[] numberAndId = decoded(cursor).split(" ", 2);
        if (numberAndId.length != 2) {
          throw notACursor();
        }
        String last = where.parameter(number(numberAndId[0]));
        String id = where.parameter(numberAndId[1]);
        String compares = comparison(newestFirst);
        where.and(
            "(e.%1$s%2$s%3$s or (e.%1$s = %3$s and e.id%2$s%4$s))"
                .formatted(field, compares, last, id));
      }

      @Override
      public String cursor(String id, T value) {
        return encoded(number.applyAsLong(value) + " " + id);
      }
    };
  }

  private static String direction(boolean newestFirst) {
    return newestFirst ? " desc" : "";
  }

  private static String comparison(boolean newestFirst) {
    return newestFirst ? " < " : " > ";
  }

  private static String encoded(String key) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(key.getBytes(StandardCharsets.UTF_8));
  }

  private static String decoded(String cursor) {
    try {
      return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw notACursor();
    }
  }

  private static Instant moment(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw notACursor();
    }
  }

  private static long number(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw notACursor();
    }
  }

  private static InvalidInputException notACursor() {
    return new InvalidInputException("cursor", "is not a cursor of this list");
  }
}
