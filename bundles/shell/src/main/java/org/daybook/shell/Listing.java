package org.daybook.shell;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.karaf.shell.support.table.ShellTable;

/**
 * A list for people and for scripts: one set of columns, printed as a table or as JSON. A value is
 * a text, a number, a boolean, or an {@link Optional} or list of these; anything else by its {@code
 * toString}.
 */
final class Listing<T> {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final Map<String, Function<T, ?>> columns = new LinkedHashMap<>();

  Listing<T> column(String name, Function<T, ?> value) {
    columns.put(name, value);
    return this;
  }

  void print(PrintStream out, List<T> rows, boolean json) {
    if (json) {
      out.println(json(rows));
    } else {
      table(rows).print(out);
    }
  }

  /** One value: as lines, of which each has a name and something to say, or as a JSON object. */
  void printOne(PrintStream out, T row, boolean json) {
    if (json) {
      out.println(json(object(row)));
      return;
    }
    object(row)
        .forEach(
            (name, value) -> {
              String cell = cell(value);
              if (!cell.isBlank()) {
                out.println(name + ": " + cell);
              }
            });
  }

  private String json(List<T> rows) {
    return json((Object) objects(rows));
  }

  /** The rows as objects of JSON. */
  List<Map<String, Object>> objects(List<T> rows) {
    return rows.stream().map(this::object).toList();
  }

  private Map<String, Object> object(T row) {
    Map<String, Object> object = new LinkedHashMap<>();
    columns.forEach((name, value) -> object.put(name, plain(value.apply(row))));
    return object;
  }

  /** Anything as JSON, in the way of lists. */
  static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private ShellTable table(List<T> rows) {
    ShellTable table = new ShellTable().emptyTableText("Nothing.");
    columns.keySet().forEach(table::column);
    for (T row : rows) {
      Object[] cells =
          columns.values().stream().map(value -> cell(plain(value.apply(row)))).toArray();
      table.addRow().addContent(cells);
    }
    return table;
  }

  private static Object plain(Object value) {
    if (value instanceof Optional<?> optional) {
      return optional.map(Listing::plain).orElse(null);
    }
    if (value instanceof Iterable<?> values) {
      List<Object> list = new ArrayList<>();
      values.forEach(each -> list.add(plain(each)));
      return list;
    }
    if (value == null || value instanceof Number || value instanceof Boolean) {
      return value;
    }
    return value.toString();
  }

  private static String cell(Object value) {
    if (value == null) {
      return "";
    }
    String text =
        value instanceof List<?> list
            ? String.join(", ", list.stream().map(String::valueOf).toList())
            : value.toString();
    return DaybookCommand.printable(text);
  }
}
