package org.daybook.sections.projects;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.daybook.api.access.Role;
import org.daybook.api.dispute.DisputeState;
import org.daybook.api.report.Block;
import org.daybook.api.report.Block.Figure;
import org.daybook.api.report.Block.Table;
import org.daybook.api.report.Block.TaskItem;
import org.daybook.api.report.Block.TaskList;
import org.daybook.api.report.Tone;
import org.daybook.api.task.TaskState;
import org.daybook.api.visit.ClosedVisit.Disputed;
import org.daybook.api.visit.ClosedVisit.RemoteShare;
import org.daybook.api.visit.ClosedVisit.VisitTask;
import org.daybook.testkit.ExampleTask;
import org.daybook.testkit.ExampleVisit;
import org.daybook.testkit.Examples;
import org.junit.Test;

public class ProjectsSectionTest {
  private static final Instant NEXT = Instant.parse("2026-03-26T06:00:00Z");

  @Test
  public void unfinishedTasksComeFirstAndProjectsBeforeSources() {
    assertThat(captions(ExampleVisit.usual()))
        .containsExactly(
            "Не завершено: проект «Замена сервера»",
            "Не завершено: сигналы мониторинга",
            "Выполнено: заявки в удалённую поддержку",
            "Выполнено: сигналы мониторинга",
            "Выполнено: регламентные работы");
  }

  @Test
  public void theWishesOfThisVisitAreNotHere() {
    VisitTask wish = ExampleTask.of("wish", "Повесить экран").source("client").build();
    VisitTask earlier =
        ExampleTask.of("earlier", "Починить мышь").source("client").betweenVisits().build();
    assertThat(items(visit(wish, earlier)))
        .extracting(TaskItem::title)
        .containsExactly("Починить мышь");
  }

  @Test
  public void aPromiseThatComesBackCarriesItsAge() {
    TaskItem item =
        only(
            ExampleTask.of("t", "Экран")
                .unfinished(TaskState.CARRIED_OVER, "Нет кронштейна")
                .carriedOver(2, Instant.parse("2026-02-12T09:00:00Z")));
    assertThat(item.details()).contains("переносится 2-й раз, с 12 февраля");
    assertThat(item.reason()).contains("Нет кронштейна.");
    assertThat(item.tone()).isEqualTo(Tone.BAD);
  }

  @Test
  public void aDateOfAnotherYearHasItsYear() {
    TaskItem item =
        only(
            ExampleTask.of("t", "Экран")
                .unfinished(TaskState.CARRIED_OVER, "Нет кронштейна")
                .carriedOver(7, Instant.parse("2025-12-12T09:00:00Z")));
    assertThat(item.details()).contains("переносится 7-й раз, с 12 декабря 2025");
  }

  @Test
  public void daysAreThoseOfTheClient() {
    TaskItem item =
        only(
            ExampleTask.of("t", "Экран")
                .unfinished(TaskState.NOT_DONE, "Нет кронштейна")
                .dueAt(Instant.parse("2026-03-31T21:30:00Z")));
    assertThat(item.next()).contains("Ответственный: Пётр Одуванчиков. Срок: до 1 апреля.");
  }

  @Test
  public void whatIsWithASpecialistSaysWhoAndUntilWhen() {
    TaskItem item =
        only(
            ExampleTask.of("t", "Диск")
                .unfinished(TaskState.HANDED_OVER, "Нужен диск")
                .specialist(ExampleVisit.person(Role.SPECIALIST))
                .dueAt(Examples.NOW.plus(Duration.ofDays(2))));
    assertThat(item.state()).isEqualTo("передано специалисту");
    assertThat(item.next()).contains("Ответственный: Глеб Кабельный (сети). Срок: до 14 марта.");
  }

  @Test
  public void aDateThatWasMissedIsNotHidden() {
    TaskItem item =
        only(
            ExampleTask.of("t", "Диск")
                .unfinished(TaskState.NOT_DONE, "Нет диска")
                .dueAt(Examples.NOW.minus(Duration.ofDays(2))));
    assertThat(item.next())
        .contains(
            "Ответственный: Пётр Одуванчиков. Прежний срок: 10 марта. "
                + "Срок: следующий выезд, 26 марта.");
  }

  @Test
  public void withoutAnyDateOneIsAgreedOn() {
    List<TaskItem> items =
        items(
            visit(ExampleTask.of("t", "Диск").unfinished(TaskState.NOT_DONE, "Нет").build())
                .nextVisitAt(Optional.empty()));
    assertThat(items.get(0).next())
        .contains("Ответственный: Пётр Одуванчиков. Срок согласуем с вами отдельно.");
  }

  @Test
  public void whatMonitoringStillReportsIsNotCalledMended() {
    TaskItem item = only(ExampleTask.of("t", "Диск").source("monitoring").faultOpen());
    assertThat(item.state()).isEqualTo("сделано, наблюдаем");
    assertThat(item.tone()).isEqualTo(Tone.WARNING);
    assertThat(item.next()).isPresent();
  }

  @Test
  public void everyUnfinishedTaskHasAReasonAndANextStep() {
    for (TaskState state : TaskState.values()) {
      TaskItem item = only(ExampleTask.of("t", "Диск").state(state));
      if (state.isFinal()) {
        assertThat(item.result().or(item::reason)).as(state.name()).isPresent();
      } else {
        assertThat(item.reason()).as(state.name()).isPresent();
        assertThat(item.next()).as(state.name()).isPresent();
      }
    }
  }

  @Test
  public void pluralFormsAreRight() {
    assertThat(repeated(2)).isEqualTo("возникало 2 раза");
    assertThat(repeated(5)).isEqualTo("возникало 5 раз");
    assertThat(repeated(11)).isEqualTo("возникало 11 раз");
    assertThat(repeated(21)).isEqualTo("возникало 21 раз");
    assertThat(repeated(22)).isEqualTo("возникало 22 раза");
  }

  @Test
  public void englishOrdinalsAreRight() {
    Texts texts = new Texts(Examples.ENGLISH);
    assertThat(texts.get("promise", 2, "12 March"))
        .isEqualTo("carried over for the 2nd time, since 12 March");
    assertThat(texts.get("promise", 3, "12 March")).contains("the 3rd time");
    assertThat(texts.get("promise", 11, "12 March")).contains("the 11th time");
    assertThat(texts.get("promise", 21, "12 March")).contains("the 21st time");
  }

  @Test
  public void theRemoteShareIsCountedAndRoundedDown() {
    assertThat(figures(ExampleVisit.usual())).extracting(Figure::value).contains("19 из 20 (95 %)");
    assertThat(figures(ExampleVisit.empty().remote(new RemoteShare(199, 200))))
        .extracting(Figure::value)
        .containsExactly("199 из 200 (99 %)");
  }

  @Test
  public void withNothingToTellItSaysSo() {
    assertThat(blocks(ExampleVisit.empty().remote(new RemoteShare(0, 0))))
        .containsExactly(Block.Paragraph.of("Между выездами задач не было."));
  }

  @Test
  public void aSourceThatIsNotKnownHereIsNotNamedByItsId() {
    assertThat(captions(visit(ExampleTask.of("t", "x").source("zabbix-bridge").build())))
        .containsExactly("Выполнено: прочие задачи");
  }

  @Test
  public void whatWasDisputedComesFirst() {
    List<Block> blocks =
        blocks(
            ExampleVisit.usual()
                .disputes(
                    List.of(
                        disputed(DisputeState.OPENED, Optional.empty(), TaskState.NEW),
                        disputed(
                            DisputeState.UPHELD,
                            Optional.of("Задачу забыли записать"),
                            TaskState.DONE))));
    TaskList list = (TaskList) blocks.get(0);
    assertThat(list.caption()).isEqualTo("Претензии: задачи, которых не было в отчёте");
    TaskItem opened = list.items().get(0);
    assertThat(opened.title()).isEqualTo("Не настроен принтер");
    assertThat(opened.state()).isEqualTo("принято");
    assertThat(opened.tone()).isEqualTo(Tone.WARNING);
    assertThat(opened.details())
        .containsExactly("вы сообщили 28 февраля", "состояние задачи: ожидает");
    assertThat(opened.reason()).contains("Проверка ещё идёт.");
    assertThat(opened.next()).isPresent();
    TaskItem upheld = list.items().get(1);
    assertThat(upheld.state()).isEqualTo("подтвердилось");
    assertThat(upheld.details()).contains("проверка показала: Задачу забыли записать.");
    assertThat(upheld.result()).contains("Претензия подтвердилась, работа по задаче завершена.");
    assertThat(upheld.reason()).isEmpty();
    assertThat(upheld.tone()).isEqualTo(Tone.NEUTRAL);
    assertThat(upheld.next()).isEmpty();
  }

  @Test
  public void oneThatIsClosedIsToldByWhatWasDecided() {
    Locale ru = Examples.RUSSIAN;
    tells(
        DisputeState.UPHELD,
        TaskState.DONE,
        ru,
        "подтвердилось",
        "Претензия подтвердилась, работа по задаче завершена.");
    tells(
        DisputeState.REJECTED,
        TaskState.RESOLVED_REMOTELY,
        ru,
        "не подтвердилось",
        "Претензия не подтвердилась, работа по задаче завершена.");
    tells(
        DisputeState.WITHDRAWN,
        TaskState.DONE,
        ru,
        "отозвано",
        "Претензия отозвана, работа по задаче завершена.");
    Locale en = Examples.ENGLISH;
    tells(
        DisputeState.UPHELD,
        TaskState.DONE,
        en,
        "confirmed",
        "The review is over: you were right; the work on the task is over.");
    tells(
        DisputeState.REJECTED,
        TaskState.DONE,
        en,
        "not confirmed",
        "The review is over: nothing was missed; the work on the task is over.");
    tells(
        DisputeState.WITHDRAWN,
        TaskState.RESOLVED_REMOTELY,
        en,
        "taken back",
        "Your message was taken back; the work on the task is over.");
  }

  @Test
  public void aTaskThatWasNotDoneIsNotCalledDone() {
    tells(
        DisputeState.UPHELD,
        TaskState.CANCELLED,
        Examples.RUSSIAN,
        "подтвердилось",
        "Претензия подтвердилась, задача отменена.");
    tells(
        DisputeState.UPHELD,
        TaskState.CANCELLED,
        Examples.ENGLISH,
        "confirmed",
        "The review is over: you were right; the task was cancelled.");
    tells(
        DisputeState.REJECTED,
        TaskState.SELF_RECOVERED,
        Examples.RUSSIAN,
        "не подтвердилось",
        "Претензия не подтвердилась, задача больше не нужна: всё заработало само.");
    tells(
        DisputeState.REJECTED,
        TaskState.SELF_RECOVERED,
        Examples.ENGLISH,
        "not confirmed",
        "The review is over: nothing was missed; the task is no longer needed, as it works again"
            + " by itself.");
  }

  @Test
  public void whileTheReviewGoesOnOrTheWorkItSaysSo() {
    TaskItem reviewed =
        items(
                visit()
                    .disputes(
                        List.of(
                            disputed(DisputeState.UNDER_REVIEW, Optional.empty(), TaskState.DONE))))
            .get(0);
    assertThat(reviewed.result()).contains("Проверка ещё идёт, работа по задаче завершена.");
    TaskItem working =
        items(
                visit()
                    .disputes(
                        List.of(
                            disputed(DisputeState.UPHELD, Optional.empty(), TaskState.PLANNED))))
            .get(0);
    assertThat(working.reason())
        .contains("Претензия подтвердилась, работа по задаче продолжается.");
  }

  @Test
  public void aViewFromBeforeTheDecisionWasKeptIsStillTold() {
    TaskItem item =
        items(
                visit()
                    .disputes(
                        List.of(disputed(DisputeState.CLOSED, Optional.empty(), TaskState.DONE))))
            .get(0);
    assertThat(item.state()).isEqualTo("рассмотрено");
    assertThat(item.result()).contains("Претензия рассмотрена, работа по задаче завершена.");
  }

  @Test
  public void whyOneWasTakenBackIsNoFindingOfAReview() {
    for (DisputeState state : List.of(DisputeState.WITHDRAWN, DisputeState.CLOSED)) {
      Disputed withdrawn = decided(state, Optional.of(DisputeState.WITHDRAWN), TaskState.PLANNED);
      assertThat(items(visit().disputes(List.of(withdrawn))).get(0).details())
          .containsExactly(
              "вы сообщили 28 февраля", "состояние задачи: ожидает", "отозвано: Так записано.");
      assertThat(
              items(visit().language(Examples.ENGLISH).disputes(List.of(withdrawn)))
                  .get(0)
                  .details())
          .contains("taken back: Так записано.");
    }
  }

  @Test
  public void oneDisputeIsNotCalledMany() {
    assertThat(
            captions(
                visit()
                    .disputes(
                        List.of(disputed(DisputeState.OPENED, Optional.empty(), TaskState.NEW)))))
        .containsExactly("Претензия: задача, которой не было в отчёте");
  }

  @Test
  public void everyDisputeIsToldInBothLanguages() {
    for (Locale language : List.of(Examples.RUSSIAN, Examples.ENGLISH)) {
      for (DisputeState state : DisputeState.values()) {
        for (TaskState task : TaskState.values()) {
          ExampleVisit visit =
              visit().language(language).disputes(List.of(disputed(state, Optional.of(" "), task)));
          TaskItem item = items(visit).get(0);
          assertThat(item.state()).isNotBlank();
          assertThat(item.details()).hasSize(2);
          assertThat(item.result().isPresent()).isEqualTo(task.isFinal());
          assertThat(item.reason().isPresent()).isEqualTo(!task.isFinal());
          assertThat(item.next().isPresent()).as(state + " " + task).isEqualTo(!task.isFinal());
          assertThat(item.tone()).as(state + " " + task).isNotEqualTo(Tone.GOOD);
        }
      }
    }
  }

  @Test
  public void withNothingButADisputeItSaysSo() {
    assertThat(
            blocks(
                visit()
                    .disputes(
                        List.of(disputed(DisputeState.OPENED, Optional.empty(), TaskState.NEW)))))
        .contains(Block.Paragraph.of("Других задач между выездами не было."));
  }

  @Test
  public void wordsOfPeopleArePassedOnAsTheyAre() {
    String hostile = "{0} ''{1, plural, one{x}}'' <b>ж😀</b> \u202Eтуда\u202C " + "а".repeat(4000);
    Disputed disputed =
        new Disputed(
            "d",
            hostile,
            Examples.NOW,
            DisputeState.UPHELD,
            Optional.of(DisputeState.UPHELD),
            Optional.of(hostile),
            TaskState.DONE);
    ExampleVisit visit =
        visit(
                ExampleTask.of("t", hostile)
                    .unfinished(TaskState.CARRIED_OVER, hostile)
                    .carriedOver(2, Examples.NOW)
                    .project(hostile)
                    .build())
            .disputes(List.of(disputed));
    assertThat(items(visit).get(0).title()).isEqualTo(hostile);
    assertThat(items(visit).get(0).details()).contains("проверка показала: " + hostile + ".");
    assertThat(items(visit).get(1).reason()).contains(hostile + ".");
    assertThat(ledger(visit).orElseThrow().rows().get(0)).startsWith(hostile);
    assertThat(captions(visit)).last().asString().contains(hostile);
  }

  @Test
  public void theLedgerKeepsWhatWasPromisedBeforeOldestFirst() {
    VisitTask second =
        carried("second", 2, Examples.NOW.minus(Duration.ofDays(28))).source("client").build();
    VisitTask withSpecialist =
        carried("with a specialist", 1, Examples.NOW.minus(Duration.ofDays(14)))
            .unfinished(TaskState.HANDED_OVER, "Нужен диск")
            .specialist(ExampleVisit.person(Role.SPECIALIST))
            .dueAt(Examples.NOW.plus(Duration.ofDays(2)))
            .build();
    VisitTask oldest = carried("oldest", 12, Instant.parse("2025-09-01T09:00:00Z")).build();
    VisitTask first = carried("first", 1, Examples.NOW.plus(Duration.ofHours(6))).build();
    VisitTask kept =
        ExampleTask.of("kept", "kept")
            .carriedOver(3, Examples.NOW.minus(Duration.ofDays(50)))
            .build();
    VisitTask young = ExampleTask.of("n", "n").unfinished(TaskState.NOT_DONE, "Нет").build();

    Table ledger = ledger(visit(second, withSpecialist, oldest, first, kept, young)).orElseThrow();

    assertThat(ledger.caption()).isEqualTo("Обещано раньше, ещё не сделано: 3 задачи");
    assertThat(ledger.head())
        .containsExactly("Что обещано", "Перенос", "С какого дня", "Кто", "Срок");
    assertThat(ledger.rows())
        .containsExactly(
            List.of(
                "oldest",
                "12-й раз",
                "1 сентября 2025",
                "Пётр Одуванчиков",
                "следующий выезд, 26 марта"),
            List.of(
                "second", "2-й раз", "12 февраля", "Пётр Одуванчиков", "следующий выезд, 26 марта"),
            List.of(
                "with a specialist",
                "1-й раз",
                "26 февраля",
                "Глеб Кабельный (сети)",
                "до 14 марта"));
  }

  @Test
  public void aDayThatIsOverIsNoneToWaitFor() {
    ExampleTask task =
        carried("t", 2, Examples.NOW.minus(Duration.ofDays(28)))
            .dueAt(Examples.NOW.minus(Duration.ofDays(1)));
    assertThat(ledger(visit(task.build())).orElseThrow().rows().get(0))
        .endsWith("следующий выезд, 26 марта");
    assertThat(
            ledger(visit(task.build()).nextVisitAt(Optional.empty())).orElseThrow().rows().get(0))
        .endsWith("согласуем с вами");
  }

  @Test
  public void nothingIsSaidToBeFinishedWhileAWishIsNot() {
    Block.Paragraph nothingLeft = new Block.Paragraph("Незавершённых задач нет.", Tone.GOOD);
    VisitTask done = ExampleTask.of("d", "d").build();
    VisitTask promised =
        carried("p", 2, Examples.NOW.minus(Duration.ofDays(28))).source("client").build();
    VisitTask putOffNow =
        ExampleTask.of("w", "w").source("client").unfinished(TaskState.NOT_DONE, "Нет").build();
    assertThat(blocks(visit(done))).contains(nothingLeft);
    assertThat(blocks(visit(done, promised))).doesNotContain(nothingLeft);
    assertThat(ledger(visit(done, promised))).isPresent();
    assertThat(blocks(visit(done, putOffNow))).doesNotContain(nothingLeft);
  }

  @Test
  public void withNothingButAPromisedWishItIsNotSaidThatThereWasNothing() {
    ExampleVisit visit =
        visit(carried("p", 2, Examples.NOW.minus(Duration.ofDays(28))).source("client").build())
            .remote(new RemoteShare(0, 0));
    assertThat(blocks(visit)).singleElement().isInstanceOf(Table.class);
    visit.disputes(List.of(disputed(DisputeState.OPENED, Optional.empty(), TaskState.NEW)));
    assertThat(blocks(visit)).noneMatch(Block.Paragraph.class::isInstance);
  }

  @Test
  public void whatIsPutOffForTheFirstTimeIsStillNew() {
    assertThat(only(carried("t", 1, Examples.NOW.plus(Duration.ofHours(6)))).details())
        .contains("новое с прошлого выезда");
  }

  @Test
  public void whatASpecialistHasInHandIsPromisedAsWell() {
    ExampleTask task =
        ExampleTask.of("t", "Диск")
            .unfinished(TaskState.ACCEPTED, "Нужен диск")
            .specialist(ExampleVisit.person(Role.SPECIALIST))
            .carriedOver(0, Examples.NOW.minus(Duration.ofDays(14)));
    assertThat(only(task).details()).contains("было обещано 26 февраля");
    assertThat(ledger(visit(task.build())).orElseThrow().rows().get(0))
        .startsWith("Диск", "у специалиста", "26 февраля", "Глеб Кабельный (сети)");

    task.carriedOver(0, Examples.NOW.plus(Duration.ofHours(6)));
    assertThat(only(task).details()).noneMatch(detail -> detail.contains("обещано"));
    assertThat(ledger(visit(task.build()))).isEmpty();
  }

  @Test
  public void withoutPromisesThereIsNoLedger() {
    assertThat(ledger(visit(ExampleTask.of("t", "x").build()))).isEmpty();
    assertThat(ledger(ExampleVisit.empty())).isEmpty();
  }

  @Test
  public void theLedgerStandsBetweenWhatIsUnfinishedAndWhatIsDone() {
    List<String> order =
        blocks(
                visit(
                    carried("t", 2, Examples.NOW.minus(Duration.ofDays(28))).build(),
                    ExampleTask.of("d", "d").build()))
            .stream()
            .map(block -> block.getClass().getSimpleName())
            .toList();
    assertThat(order).containsExactly("Paragraph", "KeyFigures", "TaskList", "Table", "TaskList");
  }

  @Test
  public void whatIsNewIsMarkedAndCounted() {
    ExampleTask task = ExampleTask.of("t", "x").unfinished(TaskState.NOT_DONE, "Нет");
    assertThat(only(task.createdAt(Examples.NOW.minus(Duration.ofDays(13)))).details())
        .contains("новое с прошлого выезда");
    assertThat(only(task.createdAt(Examples.NOW.minus(Duration.ofDays(15)))).details())
        .doesNotContain("новое с прошлого выезда");
    assertThat(
            items(visit(task.createdAt(Examples.NOW).build()).previousVisitAt(Optional.empty()))
                .get(0)
                .details())
        .doesNotContain("новое с прошлого выезда");
    assertThat(figures(visit(task.build(), ExampleTask.of("d", "d").build())))
        .extracting(figure -> figure.label() + ": " + figure.value())
        .contains("Новых с прошлого выезда: 2");
  }

  @Test
  public void itSaysSinceWhen() {
    assertThat(blocks(ExampleVisit.usual()).get(0))
        .isEqualTo(Block.Paragraph.of("Всё, что было с прошлого выезда 26 февраля."));
    assertThat(blocks(ExampleVisit.usual().previousVisitAt(Optional.empty())).get(0))
        .isInstanceOf(Block.KeyFigures.class);
  }

  @Test
  public void aPromiseThatWasKeptSaysSinceWhen() {
    TaskItem item =
        only(ExampleTask.of("t", "Экран").carriedOver(2, Instant.parse("2026-02-12T09:00:00Z")));
    assertThat(item.details()).contains("было обещано 12 февраля");
    assertThat(item.state()).isEqualTo("выполнено");
  }

  @Test
  public void aPromiseIsFirstPutOffOnlyOnce() {
    assertThat(only(carried("t", 1, Examples.NOW.plus(Duration.ofHours(6)))).details())
        .contains("переносится на следующий выезд");
    assertThat(
            only(carried("t", 1, Examples.NOW.minus(Duration.ofDays(14)))
                    .unfinished(TaskState.HANDED_OVER, "Нужен диск"))
                .details())
        .contains("было обещано 26 февраля");
  }

  @Test
  public void eachFinishedTaskIsAnItemHoweverManyThereAre() {
    List<VisitTask> tasks = new ArrayList<>();
    for (int i = 1; i <= 40; i++) {
      tasks.add(
          ExampleTask.of("t" + i, "Пароль " + i)
              .source("remote")
              .device("ПК-" + i)
              .finished(TaskState.RESOLVED_REMOTELY, "Сброшен")
              .finishedAt(Examples.NOW.minus(Duration.ofDays(1)))
              .minutes(i == 1 ? 0 : 5)
              .build());
    }
    ExampleVisit visit = visit().tasks(tasks);

    assertThat(captions(visit)).containsExactly("Выполнено: заявки в удалённую поддержку");
    assertThat(blocks(visit)).noneMatch(Table.class::isInstance);
    assertThat(items(visit))
        .extracting(TaskItem::title)
        .containsExactlyElementsOf(tasks.stream().map(VisitTask::title).toList());
    assertThat(items(visit))
        .allSatisfy(
            item -> {
              assertThat(item.state()).isEqualTo("решено удалённо");
              assertThat(item.result()).contains("Сброшен.");
            });
    assertThat(items(visit).get(0).details()).containsExactly("ПК-1", "11 марта");
    assertThat(items(visit).get(1).details())
        .containsExactly("ПК-2", "11 марта", "затрачено 5 мин");
  }

  @Test
  public void whatThereIsMoreToSayOfComesFirst() {
    List<VisitTask> tasks = new ArrayList<>();
    for (int i = 1; i <= 20; i++) {
      tasks.add(ExampleTask.of("t" + i, "Диск " + i).source("monitoring").build());
    }
    tasks.add(ExampleTask.of("w", "Память").source("monitoring").faultOpen().build());
    tasks.add(
        ExampleTask.of("c", "Не нужно")
            .source("monitoring")
            .unfinished(TaskState.CANCELLED, "Клиент передумал")
            .build());
    assertThat(items(visit().tasks(tasks)))
        .hasSize(22)
        .startsWith(items(visit().tasks(tasks.subList(20, 22))).toArray(TaskItem[]::new))
        .extracting(TaskItem::state)
        .startsWith("сделано, наблюдаем", "отменено", "исправлено");
  }

  @Test
  public void countsAreRight() {
    Texts texts = new Texts(Examples.RUSSIAN);
    assertThat(texts.get("ledger", 1)).endsWith(": 1 задача");
    assertThat(texts.get("ledger", 5)).endsWith(": 5 задач");
    assertThat(texts.get("ledger", 21)).endsWith(": 21 задача");
    Texts english = new Texts(Examples.ENGLISH);
    assertThat(english.get("ledger", 1)).endsWith(": 1 task");
    assertThat(english.get("ledger.count", 22)).isEqualTo("22nd time");
  }

  private static void tells(
      DisputeState decision, TaskState task, Locale language, String state, String result) {
    TaskItem item =
        items(
                visit()
                    .language(language)
                    .disputes(List.of(decided(DisputeState.CLOSED, Optional.of(decision), task))))
            .get(0);
    assertThat(item.state()).isEqualTo(state);
    assertThat(item.result()).contains(result);
    assertThat(item.tone()).isEqualTo(Tone.NEUTRAL);
  }

  private static Disputed decided(
      DisputeState state, Optional<DisputeState> decision, TaskState task) {
    return new Disputed(
        "dispute-1",
        "Не настроен принтер",
        Instant.parse("2026-02-28T09:00:00Z"),
        state,
        decision,
        Optional.of("Так записано"),
        task);
  }

  private static Disputed disputed(DisputeState state, Optional<String> outcome, TaskState task) {
    return new Disputed(
        "dispute-1",
        "Не настроен принтер",
        Instant.parse("2026-02-28T09:00:00Z"),
        state,
        Optional.of(state).filter(each -> each.isDecided() && each != DisputeState.CLOSED),
        outcome,
        task);
  }

  private static ExampleTask carried(String title, int times, Instant since) {
    return ExampleTask.of(title, title)
        .unfinished(TaskState.CARRIED_OVER, "Нет времени")
        .carriedOver(times, since);
  }

  private static Optional<Table> ledger(ExampleVisit visit) {
    return blocks(visit).stream()
        .filter(Table.class::isInstance)
        .map(Table.class::cast)
        .filter(table -> table.head().get(0).equals("Что обещано"))
        .findFirst();
  }

  private static String repeated(int times) {
    return only(ExampleTask.of("t", "Диск").occurrences(times)).details().stream()
        .filter(detail -> detail.startsWith("возникало"))
        .findFirst()
        .orElseThrow();
  }

  private static ExampleVisit visit(VisitTask... tasks) {
    return ExampleVisit.empty().tasks(List.of(tasks)).nextVisitAt(Optional.of(NEXT));
  }

  private static TaskItem only(ExampleTask task) {
    List<TaskItem> items = items(visit(task.build()));
    assertThat(items).hasSize(1);
    return items.get(0);
  }

  private static List<Block> blocks(ExampleVisit visit) {
    return new ProjectsSection().blocks(visit.build());
  }

  private static List<String> captions(ExampleVisit visit) {
    return lists(visit).stream().map(TaskList::caption).toList();
  }

  private static List<TaskItem> items(ExampleVisit visit) {
    return lists(visit).stream().flatMap(list -> list.items().stream()).toList();
  }

  private static List<TaskList> lists(ExampleVisit visit) {
    return blocks(visit).stream()
        .filter(TaskList.class::isInstance)
        .map(TaskList.class::cast)
        .toList();
  }

  private static List<Figure> figures(ExampleVisit visit) {
    return blocks(visit).stream()
        .filter(Block.KeyFigures.class::isInstance)
        .flatMap(block -> ((Block.KeyFigures) block).figures().stream())
        .toList();
  }
}
