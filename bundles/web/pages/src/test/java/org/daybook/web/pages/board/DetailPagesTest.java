package org.daybook.web.pages.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daybook.api.access.Role.ENGINEER;
import static org.daybook.api.access.Role.MANAGER;
import static org.daybook.api.access.Role.SPECIALIST;
import static org.daybook.api.access.Role.SUPPORT;

import java.util.List;
import java.util.Optional;
import org.daybook.api.access.Role;
import org.daybook.api.delivery.DeliveryState;
import org.daybook.api.diary.TaskStep;
import org.daybook.api.directory.ServicePlan;
import org.daybook.api.dispute.DisputeState;
import org.daybook.api.dispute.Penalty;
import org.daybook.api.notice.NoticeKind;
import org.daybook.api.task.Priority;
import org.daybook.api.task.TaskState;
import org.daybook.api.task.TimeEntry;
import org.daybook.api.visit.CheckState;
import org.daybook.api.visit.VisitState;
import org.daybook.testkit.Examples;
import org.jsoup.nodes.Document;
import org.junit.Rule;
import org.junit.Test;

/** The pages that notices lead to. */
public class DetailPagesTest {
  @Rule public final BoardServer server = new BoardServer(BoardConfig.usual());

  private static final String VISIT = "/board/visits/" + Examples.VISIT_ID;
  private static final String TASK = "/board/tasks/" + Examples.TASK_ID;

  @Test
  public void aVisitSaysWhoWhereWhenAndWhatIsOpen() {
    server.office.add(FakeOffice.lateStart("notice-1"));
    Document page = server.page(MANAGER, VISIT);
    assertThat(page.title())
        .isEqualTo("Плановый выезд: 12 марта 2026, 09:00 — ООО «Ромашка» — Daybook");
    assertThat(page.selectFirst("h1 .pill").text()).isEqualTo("Назначен");
    assertThat(fact(page, "Объект")).isEqualTo("Главный офис, Луговая улица, 5");
    assertThat(fact(page, "Инженер")).isEqualTo("Пётр Одуванчиков");
    assertThat(fact(page, "Назначен на")).isEqualTo("12 марта 2026, 09:00");
    assertThat(fact(page, "Задачи")).isEqualTo("открыто 1 из 1");
    assertThat(fact(page, "Отметки")).isEqualTo("открыто 1 из 1");
    assertThat(page.select("[aria-labelledby=notices] .said-by")).hasSize(1);
    assertThat(page.select("[aria-labelledby=notices] a")).as("a link to itself").isEmpty();
    assertThat(links(page))
        .contains(
            TASK,
            "/board/clients/" + Examples.CLIENT_ID,
            "/board/disputes/dispute-1",
            "/board/deliveries/delivery-1");
  }

  @Test
  public void whatAClientComplainsOfIsForThoseItConcerns() {
    for (Role reader : List.of(MANAGER, ENGINEER)) {
      assertThat(server.page(reader, VISIT).select("[aria-labelledby=disputes] li")).hasSize(1);
    }
    assertThat(server.page(SUPPORT, VISIT).select("[aria-labelledby=disputes]")).isEmpty();
  }

  @Test
  public void aVisitThatHasNotBegunInTimeSaysSo() {
    server.office.clock.set(Examples.NOW.plusSeconds(31 * 60));
    Document page = server.page(MANAGER, VISIT);
    assertThat(page.selectFirst("dd.late").text()).isEqualTo("12 марта 2026, 09:00 — просрочено");
    assertThat(page.selectFirst("h1 .pill.bad")).isNotNull();
  }

  @Test
  public void problemsOfAVisitComeWithWhatIsBeingDone() {
    server.office.store.prepare(
        tx ->
            tx.checks()
                .update(
                    tx.checks().find("check-1").orElseThrow().toBuilder()
                        .state(CheckState.PROBLEM)
                        .description("Базы старые")
                        .action("Заказана лицензия")
                        .build()));
    assertThat(server.page(MANAGER, VISIT).selectFirst("[aria-labelledby=checks]").text())
        .contains("Бухгалтерия-1: Проверка антивирусом", "Неисправность")
        .contains("Базы старые — Заказана лицензия");
  }

  @Test
  public void whatIsOpenIsNoTroubleWhileTheEngineerIsThere() {
    assertThat(checksOfVisit(VisitState.ON_SITE)).isEmpty();
    assertThat(checksOfVisit(VisitState.CLOSED)).contains("Проверка антивирусом", "Не отмечено");
  }

  private String checksOfVisit(VisitState state) {
    server.office.store.prepare(
        tx ->
            tx.visits()
                .update(
                    tx.visits().find(Examples.VISIT_ID).orElseThrow().toBuilder()
                        .state(state)
                        .build()));
    return server.page(MANAGER, VISIT).select("[aria-labelledby=checks]").text();
  }

  @Test
  public void anEngineerHasTheirOwnVisitWithoutTheOfficesLinks() {
    Document page = server.page(ENGINEER, VISIT);
    assertThat(links(page))
        .contains(TASK)
        .noneMatch(link -> link.contains("/clients/") || link.contains("/deliveries/"));
    assertThat(fact(page, "Клиент")).isEqualTo("ООО «Ромашка»");
  }

  @Test
  public void aTaskSaysWhoHasItUntilWhenAndWhatWasSaid() {
    Document page = server.page(MANAGER, TASK);
    assertThat(page.selectFirst("h1").text())
        .isEqualTo("Перенести папку «Договоры» на сервер Новая");
    assertThat(fact(page, "Срок")).isEqualTo("12 марта 2026, 08:59 — просрочено");
    assertThat(fact(page, "Специалист")).isEqualTo("Глеб Кабельный");
    assertThat(fact(page, "Источник")).isEqualTo("Руководители");
    assertThat(page.selectFirst("p.typed").text()).isEqualTo("Папка <b>у директора</b>");
    assertThat(page.selectFirst("[aria-labelledby=course]").text())
        .contains("Нужен доступ к папке.", "Пётр Одуванчиков, 12 марта 2026, 09:00");
    assertThat(links(page)).contains(VISIT);
    assertThat(links(server.page(SPECIALIST, TASK))).doesNotContain(VISIT);
  }

  @Test
  public void aTaskTellsItsStoryWithPhotosTimeAndProject() {
    server.office.store.prepare(
        tx -> {
          tx.photos().insert(Examples.photo());
          tx.timeEntries()
              .insert(
                  new TimeEntry(
                      "time-1", Examples.TASK_ID, Examples.ENGINEER_ID, 75, Examples.NOW));
          tx.tasks()
              .update(
                  tx.tasks().find(Examples.TASK_ID).orElseThrow().toBuilder()
                      .projectId(Examples.PROJECT_ID)
                      .build());
        });
    server.office.services.steps.add(
        new TaskStep(
            Examples.NOW,
            "source:monitoring",
            TaskStep.What.CHANGED,
            Optional.empty(),
            Optional.empty(),
            "",
            List.of(
                new TaskStep.Change("priority", Optional.of("NORMAL"), Optional.of("HIGH")),
                new TaskStep.Change("dueAt", Optional.empty(), Optional.of("2026-03-12T07:00:00Z")),
                new TaskStep.Change("engineer", Optional.of("Анна"), Optional.empty()))));
    Document page = server.page(MANAGER, TASK);
    assertThat(fact(page, "Затрачено времени")).isEqualTo("1 ч 15 мин");
    assertThat(fact(page, "Проект")).isEqualTo(Examples.project().title());
    assertThat(page.selectFirst("dd a[href*=project]").attr("href"))
        .isEqualTo("../../board/tasks?project=" + Examples.PROJECT_ID + "&state=ALL");
    assertThat(page.selectFirst(".shots a").attr("href"))
        .isEqualTo("../../api/v1/photos/photo-1.jpg");
    assertThat(page.selectFirst(".shots img").attr("src"))
        .isEqualTo("../../api/v1/photos/photo-1/thumbnail.jpg");
    assertThat(page.selectFirst(".shots img").attr("width")).isEqualTo("320");
    assertThat(page.selectFirst(".shots").text())
        .contains("✓ В отчёте", "Новый вентилятор", "Пётр Одуванчиков");
    assertThat(page.select("[aria-labelledby=course] li").last().wholeText())
        .contains("Приоритет: Обычный → Высокий\nСрок: — → 12 марта 2026, 10:00\n")
        .contains("Инженер: Анна → —", "Изменена", "Мониторинг, 12 марта 2026, 09:00");
  }

  @Test
  public void whatAChannelAnsweredIsSaidInWordsAndInSmallPrint() {
    server.office.store.prepare(
        tx ->
            tx.deliveries()
                .update(
                    tx.deliveries().find("delivery-1").orElseThrow().toBuilder()
                        .state(DeliveryState.SENT)
                        .lastAnswer("Written to /tmp/outbox/1.eml.")
                        .build()));
    Document page = server.page(MANAGER, "/board/deliveries/delivery-1");
    assertThat(fact(page, "Что произошло")).isEqualTo("Записано в папку исходящих");
    assertThat(page.selectFirst("dd.small").text()).isEqualTo("Written to /tmp/outbox/1.eml.");
    assertThat(server.page(MANAGER, "/board/deliveries?show=all").text())
        .contains("Записано в папку исходящих")
        .doesNotContain("/tmp");
  }

  @Test
  public void aDisputeADeliveryAndAClientSayWhatAManagerNeeds() {
    Document dispute = server.page(MANAGER, "/board/disputes/dispute-1");
    assertThat(dispute.text()).contains("Не настроен принтер в приёмной", "Просили ещё");
    assertThat(links(dispute)).contains(VISIT, TASK);
    Document delivery = server.page(MANAGER, "/board/deliveries/delivery-1");
    assertThat(fact(delivery, "Отчёт")).isEqualTo("№ 2026-0001, редакция 1");
    assertThat(delivery.select("a[href^=tel:]").attr("href")).isEqualTo("tel:+70000000001");
    assertThat(links(delivery)).contains(VISIT);
    Document client = server.page(MANAGER, "/board/clients/" + Examples.CLIENT_ID);
    assertThat(client.text())
        .contains("Анна Лютикова", "Ответственное лицо", "Ближайшие выезды", "Открытые задачи");
    assertThat(fact(client, "Телефон руководителя")).isEqualTo("+7 000 000-00-02");
    assertThat(links(client)).contains(VISIT, TASK, "/board/disputes/dispute-1");
  }

  @Test
  public void everyPageHasEveryStateInWords() {
    Words words = new Words(Examples.ENGLISH, Examples.ZONE);
    for (Object[] states :
        new Object[][] {
          VisitState.values(),
          TaskState.values(),
          CheckState.values(),
          DeliveryState.values(),
          DisputeState.values(),
          Penalty.State.values(),
          Priority.values(),
          ServicePlan.values(),
          NoticeKind.values(),
        }) {
      String type = ((Enum<?>) states[0]).getDeclaringClass().getName();
      String prefix =
          switch (type.substring(type.lastIndexOf('.') + 1)) {
            case "VisitState" -> "visit.";
            case "TaskState" -> "task.";
            case "CheckState" -> "check.";
            case "DeliveryState" -> "delivery.";
            case "DisputeState" -> "dispute.";
            case "Penalty$State" -> "penalty.";
            case "Priority" -> "priority.";
            case "ServicePlan" -> "plan.";
            case "NoticeKind" -> "kind.";
            default -> throw new AssertionError(type);
          };
      for (Object state : states) {
        assertThat(words.get(prefix + state)).isNotBlank();
      }
    }
  }

  private String fact(Document page, String label) {
    return page.select("dt").stream()
        .filter(dt -> dt.text().equals(label))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + label + " in " + page.text()))
        .nextElementSibling()
        .text();
  }

  private List<String> links(Document page) {
    return page.select("main a").stream()
        .map(link -> link.absUrl("href"))
        .filter(link -> link.startsWith(server.address()))
        .map(link -> link.substring(server.address().length()))
        .toList();
  }

  @Test
  public void rolesWithoutAPageAreToldSo() {
    assertThat(server.get(Role.SPECIALIST, VISIT).body()).contains("Эта страница не для вас");
  }
}
