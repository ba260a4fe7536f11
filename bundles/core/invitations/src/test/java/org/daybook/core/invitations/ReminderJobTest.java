package org.daybook.core.invitations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import org.daybook.api.delivery.Mailing;
import org.daybook.api.job.JobOutcome;
import org.daybook.api.task.TaskState;
import org.daybook.api.visit.VisitKind;
import org.daybook.api.visit.VisitState;
import org.daybook.testkit.Examples;
import org.junit.Test;

public class ReminderJobTest {
  /** Noon in Moscow of the working day before. */
  private static final Instant DUE = Instant.parse("2026-03-18T09:00:00Z");

  private final Fixture fixture = new Fixture();

  @Test
  public void aVisitIsRemindedOfOnceAtNoonOfTheWorkingDayBefore() {
    fixture.clock.set(DUE.minusSeconds(1));
    fixture.sweep();
    assertThat(fixture.post.all()).isEmpty();
    fixture.clock.set(DUE);
    fixture.sweep();
    fixture.clock.advance(Duration.ofHours(3));
    fixture.sweep();
    assertThat(fixture.post.all()).hasSize(1);
    Mailing letter = fixture.post.last();
    assertThat(letter.subject())
        .isEqualTo("Напоминание: выезд инженера 19.03 в 09:00 — ООО «Ромашка»");
    assertThat(letter.to().address()).isEqualTo("anna@romashka.test");
    assertThat(letter.text())
        .isEqualTo(
            """
            Здравствуйте, Анна Лютикова!

            Напоминаем: к вам приедет инженер Пётр Одуванчиков: 19 марта, четверг, в 09:00.
            Адрес: Главный офис, Луговая улица, 5

            Проверим 1 устройство по регламенту.
            Открытых задач сейчас нет.

            Добавить пожелание к выезду: https://reports.service.test/w/{link:1}

            Если что-то не подходит, просто ответьте на это письмо.
            """);
    assertThat(letter.calendar()).isEmpty();
  }

  @Test
  public void whatIsPlannedIsListedAndALongListEnds() {
    fixture.store.prepare(
        tx -> {
          for (int i = 1; i <= 22; i++) {
            tx.tasks()
                .insert(
                    Examples.task().toBuilder()
                        .id("task-" + (100 + i))
                        .title("Задача\n" + i)
                        .state(TaskState.PLANNED)
                        .build());
          }
          tx.tasks()
              .insert(
                  Examples.task().toBuilder()
                      .id("task-done")
                      .title("Сделана")
                      .state(TaskState.DONE)
                      .build());
        });
    fixture.clock.set(DUE);
    fixture.sweep();
    assertThat(fixture.post.last().text())
        .contains("В плане 22 задачи:\n— Задача 1\n— Задача 2\n")
        .contains("— Задача 20\n… и ещё 2 задачи\n")
        .doesNotContain("Сделана", "Задача 21");
  }

  @Test
  public void aMondayIsRemindedOfOnFriday() {
    fixture.change(visit -> visit.plannedFor(Instant.parse("2026-03-23T06:00:00Z")));
    fixture.clock.set(Instant.parse("2026-03-20T08:59:59Z"));
    fixture.sweep();
    assertThat(fixture.post.all()).isEmpty();
    fixture.clock.set(Instant.parse("2026-03-20T09:00:00Z"));
    fixture.sweep();
    assertThat(fixture.post.all()).hasSize(1);
  }

  @Test
  public void afterLongHolidaysItIsRemindedOfBeforeThem() {
    ReminderJob reminders = fixture.reminders();
    LocalDate last = LocalDate.parse("2026-03-05");
    reminders.setCalendar(day -> !day.isAfter(last));
    fixture.clock.set(Instant.parse("2026-03-05T08:59:59Z"));
    reminders.run(ReminderJob.JOB);
    assertThat(fixture.post.all()).isEmpty();
    fixture.clock.set(Instant.parse("2026-03-05T09:00:00Z"));
    reminders.run(ReminderJob.JOB);
    assertThat(fixture.post.all()).hasSize(1);
  }

  @Test
  public void itFollowsTheInvitation() {
    fixture.look();
    fixture.clock.set(DUE);
    fixture.sweep();
    assertThat(fixture.post.last().follows()).contains(fixture.post.all().get(0).key());
  }

  @Test
  public void afterADowntimeOnlyWhatIsStillToComeIsRemindedOf() {
    fixture.clock.set(Fixture.PLANNED.minus(Duration.ofHours(3)));
    fixture.sweep();
    assertThat(fixture.post.all()).hasSize(1);
    Fixture late = new Fixture();
    late.clock.set(Fixture.PLANNED.minus(Duration.ofHours(1)));
    late.sweep();
    late.clock.set(Fixture.PLANNED.plus(Duration.ofDays(30)));
    late.sweep();
    assertThat(late.post.all()).isEmpty();
  }

  @Test
  public void aVisitThatIsMovedToAnotherDayIsRemindedOfAgain() {
    fixture.clock.set(DUE);
    fixture.sweep();
    fixture.change(visit -> visit.plannedFor(Fixture.PLANNED.plus(Duration.ofHours(2))));
    fixture.sweep();
    assertThat(fixture.post.all()).hasSize(1);
    fixture.change(visit -> visit.plannedFor(Fixture.PLANNED.plus(Duration.ofDays(7))));
    fixture.sweep();
    assertThat(fixture.post.all()).hasSize(1);
    fixture.clock.advance(Duration.ofDays(7));
    fixture.sweep();
    assertThat(fixture.post.all()).hasSize(2);
  }

  @Test
  public void emergenciesAndWhatIsNotInTheCalendarAreNotRemindedOf() {
    fixture.clock.set(DUE);
    fixture.change(visit -> visit.kind(VisitKind.EMERGENCY));
    fixture.sweep();
    fixture.change(visit -> visit.kind(VisitKind.PLANNED));
    for (VisitState state : VisitState.values()) {
      if (state != VisitState.SCHEDULED) {
        fixture.change(visit -> visit.state(state));
        fixture.sweep();
      }
    }
    assertThat(fixture.post.all()).isEmpty();
  }

  @Test
  public void afterTheEndOfTheContractNobodyIsReminded() {
    fixture.clock.set(DUE);
    fixture.store.prepare(
        tx -> {
          tx.clients()
              .update(
                  tx.clients().find(Examples.CLIENT_ID).orElseThrow().toBuilder()
                      .active(false)
                      .build());
        });
    fixture.sweep();
    assertThat(fixture.post.all()).isEmpty();
  }

  @Test
  public void theMomentAndTheSwitchAreTheInstallations() {
    fixture.with(
        new Settings(
            true,
            false,
            Set.of(),
            Duration.ofHours(8),
            1,
            LocalTime.NOON,
            Duration.ofHours(2),
            Duration.ofMinutes(7),
            "daybook@example.com"));
    fixture.clock.set(DUE);
    assertThat(fixture.reminders().run(ReminderJob.JOB))
        .isEqualTo(JobOutcome.again(DUE.plus(Duration.ofMinutes(7))));
    assertThat(fixture.post.all()).isEmpty();
    fixture.with(
        new Settings(
            true,
            true,
            Set.of(),
            Duration.ofHours(8),
            3,
            LocalTime.of(8, 30),
            Duration.ofHours(2),
            Duration.ofMinutes(5),
            "daybook@example.com"));
    fixture.clock.set(Instant.parse("2026-03-16T05:30:00Z"));
    fixture.sweep();
    assertThat(fixture.post.all()).hasSize(1);
  }

  @Test
  public void oneThatCannotBeWrittenKeepsNobodyElseWaiting() {
    fixture.store.prepare(
        tx -> {
          tx.visits()
              .insert(
                  Examples.visit().toBuilder()
                      .id("visit-2")
                      .plannedFor(Fixture.PLANNED.plus(Duration.ofHours(1)))
                      .build());
        });
    fixture.links.broken = Examples.VISIT_ID;
    fixture.clock.set(DUE);
    fixture.sweep();
    assertThat(fixture.post.all()).singleElement().matches(one -> one.key().contains("visit-2"));
    fixture.links.broken = "";
    fixture.sweep();
    assertThat(fixture.post.all()).hasSize(2);
  }

  @Test
  public void theSweepIsQueuedAtTheStart() {
    fixture.reminders();
    assertThat(fixture.jobs.jobs()).containsKey(ReminderJob.JOB);
  }
}
