package org.daybook.storage.jpa;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.Query;

/**
 * What a query asks of rows {@code e}, as JPQL with parameters. The same members give the same
 * text, so that EclipseLink parses each combination once.
 */
final class Conditions {
  private final StringBuilder text = new StringBuilder();
  private final Map<String, Object> parameters = new LinkedHashMap<>();

  /** Does not narrow if nothing is wanted. */
  Conditions is(String field, Optional<?> wanted) {
    wanted.ifPresent(value -> and("e." + field + " = " + parameter(value)));
    return this;
  }

  /** One of these; does not narrow if there are none. */
  Conditions in(String field, Collection<?> wanted) {
    if (wanted.size() == 1) {
      // An index that has this field before the one to sort by serves both then
      and("e." + field + " = " + parameter(wanted.iterator().next()));
    } else if (!wanted.isEmpty()) {
      and("e." + field + " in " + parameter(padded(wanted)));
    }
    return this;
  }

  /**
   * As many values as the next power of two, the last one several times: so there are few different
   * statements, and the database does not have to compile one for each number of ids.
   */
  static <T> List<T> padded(Collection<T> wanted) {
    List<T> padded = new ArrayList<>(wanted);
    int size = Integer.highestOneBit(Math.max(1, wanted.size() * 2 - 1));
    while (padded.size() < size) {
      padded.add(padded.get(padded.size() - 1));
    }
    return padded;
  }

  Conditions from(String field, Optional<Instant> earliest) {
    earliest.ifPresent(moment -> and("e." + field + " >= " + parameter(moment)));
    return this;
  }

  Conditions before(String field, Optional<Instant> end) {
    end.ifPresent(moment -> and("e." + field + " < " + parameter(moment)));
    return this;
  }

  Conditions atLeast(String field, Optional<Integer> least) {
    least.ifPresent(number -> and("e." + field + " >= " + parameter(number)));
    return this;
  }

  /** Days, as texts that sort as days do. */
  Conditions notBefore(String field, Optional<LocalDate> first) {
    first.ifPresent(day -> and("e." + field + " >= " + parameter(day.toString())));
    return this;
  }

  Conditions notAfter(String field, Optional<LocalDate> last) {
    last.ifPresent(day -> and("e." + field + " <= " + parameter(day.toString())));
    return this;
  }

  /** Whether the field has a value. */
  Conditions present(String field, Optional<Boolean> wanted) {
    wanted.ifPresent(there -> and("e." + field + (there ? " is not null" : " is null")));
    return this;
  }

  Conditions either(String field, String orField, Optional<String> wanted) {
    wanted.ifPresent(
        value -> {
          String name = parameter(value);
          and("(e." + field + " = " + name + " or e." + orField + " = " + name + ")");
        });
    return this;
  }

  /**
   * Every one of these words is in a text of the row, or in one of another row that belongs to it.
   * Not by LIKE, in which some characters stand for others.
   */
  Conditions words(List<String> words, String field, String otherRow, String link, String text) {
    for (String word : words) {
      String name = parameter(word);
      and(
          "(locate(%1$s, e.%2$s) > 0 or exists (select o.id from %3$s o where o.%4$s = e.id and locate(%1$s, o.%5$s) > 0))"
              .formatted(name, field, otherRow, link, text));
    }
    return this;
  }

  /** Adds a condition as it is. */
  void and(String condition) {
    text.append(text.length() == 0 ? " where " : " and ").append(condition);
  }

  /** Keeps a value and returns what stands for it in the text. */
  String parameter(Object value) {
    String name = "p" + parameters.size();
    parameters.put(name, value);
    return ":" + name;
  }

  /** The where clause, or nothing. */
  String clause() {
    return text.toString();
  }

  void bind(Query query) {
    parameters.forEach(query::setParameter);
  }
}
