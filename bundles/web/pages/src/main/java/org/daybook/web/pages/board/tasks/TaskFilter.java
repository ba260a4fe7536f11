package org.daybook.web.pages.board.tasks;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daybook.api.store.TaskQuery;
import org.daybook.api.task.Priority;
import org.daybook.api.task.TaskState;
import org.daybook.web.pages.board.Address;
import org.daybook.web.pages.http.Form;

/** What the list of tasks is narrowed to, as its address says. */
final class TaskFilter {
  static final String ALL = "ALL";
  static final String NEWEST = "new";
  static final String OLDEST = "old";
  static final String BY_PRIORITY = "priority";
  static final String WITH = "with";
  static final String WITHOUT = "without";

  /** What stands for no engineer. */
  static final String NOBODY = "none";

  private static final List<String> FIELDS =
      List.of(
          "q",
          "client",
          "engineer",
          "specialist",
          "source",
          "state",
          "priority",
          "dueFrom",
          "dueUntil",
          "project",
          "visit",
          "overdue",
          "sort");

  /** Days outside of these are slips of a pen. */
  private static final int FIRST_YEAR = 1970;

  private static final int LAST_YEAR = 9999;

  private final Map<String, String> values = new LinkedHashMap<>();
  private final List<String> wrong = new ArrayList<>();
  private final Optional<LocalDate> dueFrom;
  private final Optional<LocalDate> dueUntil;

  TaskFilter(Form sent) {
    FIELDS.forEach(field -> values.put(field, sent.get(field).strip()));
    require("state", state -> state.equals(ALL) || isOf(TaskState.class, state));
    require("priority", priority -> isOf(Priority.class, priority));
    require("visit", List.of(WITH, WITHOUT)::contains);
    require("overdue", "on"::equals);
    require("sort", List.of(NEWEST, OLDEST, BY_PRIORITY)::contains);
    this.dueFrom = day("dueFrom");
    this.dueUntil = day("dueUntil");
  }

  /** What a field says; blank if it does not narrow. */
  String get(String field) {
    return values.get(field);
  }

  /** The fields that say what cannot be; they do not narrow. */
  List<String> wrong() {
    return wrong;
  }

  /** The same as a query of an address. */
  String text() {
    return Address.query(values);
  }

  boolean newestFirst() {
    return get("sort").equals(NEWEST) || get("sort").equals(BY_PRIORITY);
  }

  /** What to ask the store for; empty if nothing can match. */
  Optional<TaskQuery> query(Instant now, ZoneId zone) {
    Set<TaskState> states = states();
    if (states.isEmpty()) {
      return Optional.empty();
    }
    TaskQuery.Builder query =
        TaskQuery.builder()
            .text(said("q"))
            .clientId(said("client"))
            .engineerId(said("engineer").filter(engineer -> !engineer.equals(NOBODY)))
            .assigned(said("engineer").filter(NOBODY::equals).map(nobody -> false))
            .specialistId(said("specialist"))
            .source(said("source"))
            .projectId(said("project"))
            .states(states)
            .addAllPriorities(said("priority").map(Priority::valueOf).stream().toList())
            .planned(said("visit").map(WITH::equals))
            .dueFrom(dueFrom.map(day -> day.atStartOfDay(zone).toInstant()))
            .order(order());
    Optional<Instant> until = dueUntil.map(day -> day.plusDays(1).atStartOfDay(zone).toInstant());
    query.dueUntil(overdue() ? Optional.of(until.filter(now::isAfter).orElse(now)) : until);
    return Optional.of(query.build());
  }

  private Set<TaskState> states() {
    String wanted = get("state");
    Predicate<TaskState> chosen =
        wanted.isEmpty()
            ? state -> !state.isFinal()
            : state -> wanted.equals(ALL) || state.name().equals(wanted);
    return Stream.of(TaskState.values())
        .filter(chosen)
        .filter(state -> !overdue() || !state.isAnswered())
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(TaskState.class)));
  }

  private boolean overdue() {
    return !get("overdue").isEmpty();
  }

  private TaskQuery.Order order() {
    return switch (get("sort")) {
      case NEWEST, OLDEST -> TaskQuery.Order.AGE;
      case BY_PRIORITY -> TaskQuery.Order.PRIORITY;
      default -> TaskQuery.Order.DUE;
    };
  }

  private Optional<String> said(String field) {
    return Optional.of(get(field)).filter(text -> !text.isEmpty());
  }

  private void require(String field, Predicate<String> possible) {
    if (!get(field).isEmpty() && !possible.test(get(field))) {
      refuse(field);
    }
  }

  private Optional<LocalDate> day(String field) {
    try {
      Optional<LocalDate> day = said(field).map(LocalDate::parse);
      day.filter(each -> each.getYear() < FIRST_YEAR || each.getYear() > LAST_YEAR)
          .ifPresent(
              each -> {
                throw new DateTimeException("no such year");
              });
      return day;
    } catch (DateTimeException e) {
      refuse(field);
      return Optional.empty();
    }
  }

  private void refuse(String field) {
    wrong.add(field);
    values.put(field, "");
  }

  private static <E extends Enum<E>> boolean isOf(Class<E> type, String name) {
    return Stream.of(type.getEnumConstants()).anyMatch(each -> each.name().equals(name));
  }
}
