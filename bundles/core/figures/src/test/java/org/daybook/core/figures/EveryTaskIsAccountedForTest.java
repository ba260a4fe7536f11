package org.daybook.core.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToIntFunction;
import org.daybook.api.access.Role;
import org.daybook.api.figures.FigureRow;
import org.daybook.api.figures.Figures.By;
import org.daybook.api.figures.TaskCounts;
import org.daybook.api.store.ClientQuery;
import org.daybook.api.task.Task;
import org.daybook.api.task.TaskState;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitKind;
import org.daybook.api.visit.VisitState;
import org.daybook.testkit.Examples;
import org.daybook.testkit.InMemoryStore;
import org.daybook.testkit.SettableClock;
import org.junit.Test;

/** Random companies: whatever happens, no task is lost and none is counted twice. */
public final class EveryTaskIsAccountedForTest {
  private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");
  private static final List<String> ZONES =
      List.of("Europe/Moscow", "Asia/Vladivostok", "Europe/London", "America/Anchorage");

  @Test
  public void theSumsMatchInEveryMonthAndBothWays() {
    for (int seed = 0; seed < 20; seed++) {
      check(new Random(seed));
    }
  }

  private static void check(Random random) {
    SettableClock clock = new SettableClock(NOW);
    InMemoryStore store = new InMemoryStore(clock);
    List<Task> tasks = company(store, random);
    FiguresService figures = new FiguresService(store, clock);
    for (YearMonth month = YearMonth.of(2026, 1);
        month.getMonthValue() <= 6;
        month = month.plusMonths(1)) {
      List<FigureRow> byClient = figures.of(month, By.CLIENT);
      List<FigureRow> byEngineer = figures.of(month, By.ENGINEER);
      assertThat(tasks(byClient)).isEqualTo(tasks(byEngineer));
      assertThat(tasks(byClient).total()).isEqualTo(ofMonth(tasks, store, month));
      for (ToIntFunction<FigureRow> figure : SUMS) {
        assertThat(byClient.stream().mapToInt(figure).sum())
            .isEqualTo(byEngineer.stream().mapToInt(figure).sum());
      }
      for (FigureRow row : byClient) {
        TaskCounts counts = tasks(List.of(row));
        assertThat(row.promises().total()).isEqualTo(counts.carried());
        assertThat(row.firstTime().whole()).isLessThanOrEqualTo(counts.done());
        assertThat(row.remote().part()).isEqualTo(counts.resolvedRemotely());
        assertThat(row.visitsMade() + row.visitsMissed()).isLessThanOrEqualTo(row.visitsPlanned());
      }
    }
  }

  private static final List<ToIntFunction<FigureRow>> SUMS =
      List.of(
          FigureRow::visitsPlanned,
          FigureRow::visitsMade,
          FigureRow::visitsMissed,
          FigureRow::visitsCancelled,
          FigureRow::minutesOnSite,
          FigureRow::violations,
          row -> row.emergencies().raised(),
          row -> row.emergencies().reached(),
          row -> row.emergencies().kept().part(),
          row -> row.firstTime().part(),
          row -> row.remote().whole(),
          row -> row.promises().older());

  /** Counted another way: all that was there in the month and had not ended before it. */
  private static long ofMonth(List<Task> tasks, InMemoryStore store, YearMonth month) {
    return tasks.stream()
        .filter(
            task -> {
              ZoneId zone =
                  store.read(tx -> tx.clients().find(task.clientId())).orElseThrow().zone();
              YearMonth created = YearMonth.from(task.createdAt().atZone(zone));
              Optional<YearMonth> finished =
                  task.finishedAt().map(at -> YearMonth.from(at.atZone(zone)));
              return !created.isAfter(month)
                  && finished.filter(end -> end.isBefore(month)).isEmpty();
            })
        .count();
  }

  private static TaskCounts tasks(List<FigureRow> rows) {
    return rows.stream()
        .flatMap(row -> row.tasks().values().stream())
        .reduce(TaskCounts.NONE, TaskCounts::plus);
  }

  private static List<Task> company(InMemoryStore store, Random random) {
    List<Task> tasks = new ArrayList<>();
    store.prepare(
        tx -> {
          for (int i = 0; i < ZONES.size(); i++) {
            tx.clients()
                .insert(
                    Examples.client().toBuilder()
                        .id("client-" + i)
                        .code("client-" + i)
                        .zone(ZoneId.of(ZONES.get(i)))
                        .active(i != 1)
                        .build());
            tx.staff()
                .insert(
                    Examples.staff(Role.ENGINEER).toBuilder()
                        .id("engineer-" + i)
                        .active(i != 2)
                        .build());
          }
          for (int i = 0; i < 150; i++) {
            tasks.add(tx.tasks().insert(task(tx.newId(), random)));
          }
          for (int i = 0; i < 80; i++) {
            tx.visits().insert(visit(tx.newId(), random));
          }
        });
    assertThat(store.<Long>read(tx -> tx.clients().count(ClientQuery.everything()))).isEqualTo(4);
    return tasks;
  }

  private static Task task(String id, Random random) {
    TaskState state = one(random, List.of(TaskState.values()));
    Instant createdAt = moment(random);
    Task.Builder task =
        Examples.task().toBuilder()
            .id(id)
            .clientId("client-" + random.nextInt(ZONES.size()))
            .engineerId(
                random.nextInt(4) == 0
                    ? Optional.empty()
                    : Optional.of("engineer-" + random.nextInt(ZONES.size())))
            .visitId(random.nextBoolean() ? Optional.empty() : Optional.of("visit"))
            .source(one(random, List.of("monitoring", "managers", "client", "remote")))
            .state(state)
            .createdAt(createdAt);
    if (random.nextInt(3) == 0) {
      task.promisedSince(after(createdAt, random)).carriedOver(1);
    }
    if (state.isFinal()) {
      task.finishedAt(after(createdAt, random));
    }
    return task.build();
  }

  private static Visit visit(String id, Random random) {
    VisitState state = one(random, List.of(VisitState.values()));
    Instant plannedFor = moment(random);
    Visit.Builder visit =
        Examples.visit().toBuilder()
            .id(id)
            .kind(random.nextInt(4) == 0 ? VisitKind.EMERGENCY : VisitKind.PLANNED)
            .state(state)
            .clientId("client-" + random.nextInt(ZONES.size()))
            .engineerId("engineer-" + random.nextInt(ZONES.size()))
            .plannedFor(plannedFor)
            .requestedAt(plannedFor)
            .dueBy(plannedFor.plus(Duration.ofHours(2)));
    if (state.isUnderWay() || state.isClosed()) {
      visit.arrivedAt(plannedFor.plus(Duration.ofMinutes(random.nextInt(200))));
    }
    if (state.isClosed()) {
      visit.departedAt(plannedFor.plus(Duration.ofMinutes(200 + random.nextInt(200))));
    }
    return visit.build();
  }

  private static Instant moment(Random random) {
    return BEGIN.plusSeconds(random.nextInt((int) Duration.between(BEGIN, NOW).toSeconds()));
  }

  private static Instant after(Instant begin, Random random) {
    int left = (int) Duration.between(begin, NOW).toSeconds();
    return begin.plusSeconds(left == 0 ? 0 : random.nextInt(left));
  }

  private static <T> T one(Random random, List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
