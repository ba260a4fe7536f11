package org.daybook.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.daybook.api.store.Transaction;
import org.daybook.api.task.Priority;
import org.daybook.api.task.Task;
import org.daybook.api.task.TaskState;
import org.daybook.api.visit.ClosedVisit;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitKind;

/** A month at all clients but the one that the demo visits. */
final class MonthElsewhere {

  /** What was asked and what was done, as in every such month. */
  private static final List<String[]> WORK =
      List.of(
          new String[] {
            "Настроить почту новому сотруднику",
            "Почта настроена на компьютере и телефоне",
            "Set up e-mail for a new colleague",
            "Mail works on the computer and the phone"
          },
          new String[] {
            "Медленно открываются общие папки",
            "Заменён неисправный кабель, скорость в норме",
            "Shared folders open slowly",
            "A faulty cable was replaced, the speed is normal"
          },
          new String[] {
            "Подключить второй монитор",
            "Монитор подключён и настроен",
            "Connect a second monitor",
            "The monitor is connected and set up"
          },
          new String[] {
            "Не сканирует МФУ",
            "Обновлён драйвер, сканирование проверено",
            "The printer does not scan",
            "The driver was updated, scanning was tested"
          });

  private final Transaction tx;
  private final Company company;
  private final Times times;
  private final Records records;
  private int number;

  MonthElsewhere(Transaction tx, Company company, Times times) {
    this.tx = tx;
    this.company = company;
    this.times = times;
    this.records = new Records(tx);
  }

  void add(List<Place> places) {
    for (Place place : places) {
      number++;
      boolean large = place.assets().size() > 15;
      int first = 27 - number % 5;
      Optional<ClosedVisit> before =
          large
              ? Optional.of(visit(place, times.workdayAgo(first, 10), Optional.empty()))
              : Optional.empty();
      visit(place, times.workdayAgo(large ? 13 - number % 5 : first - 2, 10), before);
      records.scheduled(place, times.workdayAhead(1 + number % 6, 10));
      if (large) {
        records.scheduled(place, times.workdayAhead(15 + number % 6, 10));
      }
      open(place);
      if (large && number % 2 == 0) {
        emergency(place);
      }
    }
  }

  private ClosedVisit visit(Place place, Instant arrivedAt, Optional<ClosedVisit> before) {
    Visit visit = records.reported(place, VisitKind.PLANNED, arrivedAt, Duration.ofHours(4));
    PastVisit past =
        new PastVisit(tx, company, place, visit).next(times.workdayAhead(1 + number % 6, 10));
    before.ifPresent(past::after);
    List<Task> done = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      done.add(done(place, visit, WORK.get((number + i) % WORK.size()), i));
    }
    done.forEach(task -> past.task(Records.line(task, Optional.empty(), Optional.empty(), 25)));
    if (number % 4 == 0 && before.isEmpty()) {
      past.found(
          Finding.skipped(
              place.assets().get(0).id(),
              Routine.of(place.assets().get(0).kind()).get(0).id(),
              place.isEnglish() ? "the room was locked" : "помещение было закрыто"));
    }
    return past.freeze();
  }

  private Task done(Place place, Visit visit, String[] work, int index) {
    int language = place.isEnglish() ? 2 : 0;
    Instant finished = visit.departedAt().orElseThrow().minus(Duration.ofHours(index + 1));
    Task task =
        records.store(
            records
                .draft(
                    place,
                    index == 0 ? "managers" : "client",
                    work[language],
                    finished.minus(Duration.ofDays(4)))
                .state(TaskState.DONE)
                .visitId(visit.id())
                .engineerId(place.engineer().id())
                .result(work[language + 1])
                .startedAt(finished.minus(Duration.ofMinutes(25)))
                .finishedAt(finished));
    records.time(task, place.engineer(), 25, finished);
    return task;
  }

  private void emergency(Place place) {
    Visit visit =
        records.reported(
            place, VisitKind.EMERGENCY, times.workdayAgo(6, 15), Duration.ofMinutes(90));
    Instant finished = visit.departedAt().orElseThrow().minus(Duration.ofMinutes(10));
    Task task =
        records.store(
            records
                .draft(place, "remote", "Нет интернета во всём здании", visit.requestedAt().get())
                .priority(Priority.URGENT)
                .state(TaskState.DONE)
                .visitId(visit.id())
                .engineerId(place.engineer().id())
                .result("Заменён блок питания маршрутизатора")
                .startedAt(visit.arrivedAt())
                .finishedAt(finished));
    records.time(task, place.engineer(), 70, finished);
    // In an emergency nobody goes round the equipment.
    new PastVisit(
            tx,
            company,
            new Place(place.client(), place.site(), place.engineer(), List.of()),
            visit)
        .task(Records.line(task, Optional.empty(), Optional.empty(), 70))
        .freeze();
  }

  private void open(Place place) {
    String[] work = WORK.get((number + 2) % WORK.size());
    records.store(
        records
            .draft(
                place,
                "managers",
                work[place.isEnglish() ? 2 : 0],
                times.workdayAgo(3 + number % 4, 12))
            .dueAt(times.workdayAhead(number % 9, 18))
            .priority(number % 5 == 0 ? Priority.HIGH : Priority.NORMAL));
  }
}
