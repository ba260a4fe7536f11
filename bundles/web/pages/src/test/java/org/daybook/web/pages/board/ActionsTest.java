package org.daybook.web.pages.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daybook.api.access.Role.ENGINEER;
import static org.daybook.api.access.Role.MANAGER;
import static org.daybook.api.access.Role.SPECIALIST;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.daybook.api.access.Role;
import org.daybook.api.delivery.ChannelStatus;
import org.daybook.api.delivery.DeliveryState;
import org.daybook.api.delivery.ReportLink;
import org.daybook.api.dispute.Dispute;
import org.daybook.api.dispute.DisputeAction;
import org.daybook.api.dispute.DisputeState;
import org.daybook.api.dispute.Penalty;
import org.daybook.api.notice.Notice;
import org.daybook.api.source.SourceStatus;
import org.daybook.api.store.Transaction;
import org.daybook.api.task.Priority;
import org.daybook.api.task.Task;
import org.daybook.api.task.TaskState;
import org.daybook.testkit.Examples;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.Rule;
import org.junit.Test;

/** What can be done on the pages about one thing, by whom, and what is said if it cannot. */
public class ActionsTest {
  @Rule public final BoardServer server = new BoardServer(BoardConfig.usual());

  private static final String TASK = "/board/tasks/" + Examples.TASK_ID;
  private static final String DISPUTE = "/board/disputes/dispute-1";
  private static final String DELIVERY = "/board/deliveries/delivery-1";
  private static final String SIGNAL = "/board/signals/signal-1";

  @Test
  public void aTaskOffersWhatItsStateAndTheRoleAllow() {
    assertThat(actions(MANAGER, TASK)).containsExactly("assign", "plan", "comment", "cancel");
    is(TaskState.PLANNED);
    assertThat(actions(MANAGER, TASK))
        .containsExactly("assign", "plan", "handover", "carry-over", "comment", "cancel");
    assertThat(actions(ENGINEER, TASK))
        .containsExactly("plan", "handover", "carry-over", "comment", "cancel");
    assertThat(actions(SPECIALIST, TASK)).containsExactly("comment");
    is(TaskState.HANDED_OVER);
    assertThat(actions(SPECIALIST, TASK)).containsExactly("accept", "comment");
    is(TaskState.ACCEPTED);
    assertThat(actions(SPECIALIST, TASK)).containsExactly("done", "return", "comment");
    is(TaskState.DONE);
    assertThat(actions(MANAGER, TASK)).containsExactly("comment");
    assertThat(server.page(MANAGER, TASK).text()).contains("Задача завершена");
  }

  @Test
  public void anActionChangesTheTaskAndSaysSo() {
    HttpResponse<String> reply = act(MANAGER, TASK, "cancel", Map.of("reason", "Купили новый"));
    assertThat(BoardServer.next(reply)).isEqualTo(TASK + "?done=cancel");
    assertThat(server.page(MANAGER, BoardServer.next(reply)).selectFirst("#done").text())
        .isEqualTo("✓ Задача отменена.");
    assertThat(task().state()).isEqualTo(TaskState.CANCELLED);
    act(MANAGER, TASK, "comment", Map.of("text", "Поздно"));
    assertThat(server.page(MANAGER, TASK).selectFirst("[aria-labelledby=course]").text())
        .contains("Поздно");
  }

  @Test
  public void engineerPriorityAndDueDateAreChangedTogether() {
    act(
        MANAGER,
        TASK,
        "assign",
        Map.of(
            "engineerId", Examples.ENGINEER_ID, "priority", "HIGH", "dueAt", "2026-03-20T18:00"));
    assertThat(task().engineerId()).contains(Examples.ENGINEER_ID);
    assertThat(task().dueAt()).contains(Instant.parse("2026-03-20T15:00:00Z"));
    act(MANAGER, TASK, "assign", Map.of("dueAt", ""));
    assertThat(task().dueAt()).isEmpty();
  }

  @Test
  public void nobodyCanBeChosenOnlyWhileNobodyHasTheTask() {
    assertThat(engineers().eachText()).startsWith("Никто");
    act(MANAGER, TASK, "assign", Map.of("engineerId", Examples.ENGINEER_ID));
    assertThat(engineers().eachAttr("value")).containsExactly(Examples.ENGINEER_ID);
  }

  @Test
  public void whoHasLeftStaysTheEngineerUntilAnotherIsChosen() {
    change(task -> task.engineerId(Examples.ENGINEER_ID));
    server.office.store.prepare(
        tx ->
            tx.staff()
                .update(
                    tx.staff().find(Examples.ENGINEER_ID).orElseThrow().toBuilder()
                        .active(false)
                        .build()));
    assertThat(engineers().select("[selected]").text()).endsWith("— не работает");
    act(MANAGER, TASK, "assign", Map.of("priority", "HIGH"));
    assertThat(task().priority()).isEqualTo(Priority.HIGH);
    assertThat(task().engineerId()).contains(Examples.ENGINEER_ID);
  }

  @Test
  public void whoIsLateChangesOnlyWhatTheyChangedThemselves() {
    Document old = server.page(MANAGER, TASK);
    change(
        task -> task.engineerId(Examples.ENGINEER_ID).dueAt(Instant.parse("2026-04-01T09:00:00Z")));
    HttpResponse<String> reply =
        server.send(MANAGER, form(old, "assign"), Map.of("priority", "HIGH"));
    assertThat(reply.statusCode()).isEqualTo(409);
    Document page = BoardServer.html(reply);
    assertThat(page.select("#assign-engineerId [selected]").val()).isEqualTo(Examples.ENGINEER_ID);
    assertThat(page.select("#assign-priority [selected]").val()).isEqualTo("HIGH");
    assertThat(page.select("#assign-dueAt").val()).isEqualTo("2026-04-01T12:00");

    assertThat(server.send(MANAGER, form(page, "assign"), Map.of()).statusCode()).isEqualTo(303);
    assertThat(task().engineerId()).contains(Examples.ENGINEER_ID);
    assertThat(task().priority()).isEqualTo(Priority.HIGH);
    assertThat(task().dueAt()).contains(Instant.parse("2026-04-01T09:00:00Z"));
  }

  @Test
  public void aYearThatIsASlipOfThePenIsNoDueDate() {
    HttpResponse<String> reply = act(MANAGER, TASK, "assign", Map.of("dueAt", "0202-11-30T09:00"));
    assertThat(reply.statusCode()).isEqualTo(422);
    Document page = BoardServer.html(reply);
    assertThat(page.selectFirst("#assign-dueAt-problem")).isNotNull();
    assertThat(page.selectFirst("#assign-dueAt").val()).isEqualTo("0202-11-30T09:00");
  }

  @Test
  public void whoMayNotCancelIsToldWhoMayAndKeepsTheReason() {
    server.office.services.disputed = true;
    HttpResponse<String> reply = act(MANAGER, TASK, "cancel", Map.of("reason", "Купили новый"));
    assertThat(reply.statusCode()).isEqualTo(403);
    Document page = BoardServer.html(reply);
    assertThat(page.selectFirst("#cancel-wrong").text()).contains("может другой руководитель");
    assertThat(page.selectFirst("#cancel-reason").text()).isEqualTo("Купили новый");
  }

  @Test
  public void whoGivesATaskBackAndNoLongerSeesItLandsOnTheBoard() {
    is(TaskState.ACCEPTED);
    HttpResponse<String> reply = act(SPECIALIST, TASK, "return", Map.of("reason", "Не сеть"));
    assertThat(BoardServer.next(reply)).isEqualTo("/board?done=return");
    assertThat(BoardServer.header(reply, "Location")).endsWith("#done");
    assertThat(server.page(SPECIALIST, BoardServer.next(reply)).selectFirst("#done").text())
        .isEqualTo("✓ Задача возвращена.");
    assertThat(task().state()).isEqualTo(TaskState.RETURNED);
    assertThat(server.get(SPECIALIST, TASK).statusCode()).isEqualTo(403);
  }

  @Test
  public void whoStillSeesATaskThatWasGivenBackLandsOnItsPage() {
    is(TaskState.ACCEPTED);
    HttpResponse<String> reply = act(MANAGER, TASK, "return", Map.of("reason", "Не сеть"));
    assertThat(BoardServer.next(reply)).isEqualTo(TASK + "?done=return");
    assertThat(task().specialistId()).isEmpty();
  }

  private Elements engineers() {
    return server.page(MANAGER, TASK).select("#assign-engineerId option");
  }

  @Test
  public void whatIsWrongIsSaidInTheFormThatWasTriedAndNothingIsLost() {
    is(TaskState.PLANNED);
    HttpResponse<String> reply =
        act(MANAGER, TASK, "handover", Map.of("specialistId", "", "reason", "сеть"));
    assertThat(reply.statusCode()).isEqualTo(422);
    Document page = BoardServer.html(reply);
    assertThat(page.select("details[open] summary").text()).isEqualTo("Передать специалисту");
    assertThat(page.selectFirst("#handover-reason").text()).isEqualTo("сеть");
    assertThat(page.selectFirst("#handover-specialistId-problem")).isNotNull();
    assertThat(page.select("#cancel-wrong, #cancel-reason-problem")).isEmpty();
  }

  @Test
  public void whoeverSawAnOlderTaskIsToldAndLooksAtItAsItIs() {
    Document old = server.page(MANAGER, TASK);
    is(TaskState.PLANNED);
    HttpResponse<String> reply =
        server.send(MANAGER, form(old, "cancel"), Map.of("reason", "лишняя"));
    assertThat(reply.statusCode()).isEqualTo(409);
    Document page = BoardServer.html(reply);
    assertThat(page.selectFirst("#cancel-wrong").text()).contains("изменил кто-то другой");
    assertThat(page.selectFirst("#cancel-reason").text()).isEqualTo("лишняя");
    HttpResponse<String> again = server.send(MANAGER, form(page, "cancel"), Map.of());
    assertThat(again.statusCode()).isEqualTo(303);
  }

  @Test
  public void aSignalIsGivenToAClientAndRemembered() {
    Document list = server.page(MANAGER, "/board/signals");
    assertThat(list.text())
        .contains("Ждёт 1 сигнал", "Диск <b>D:</b> полон", "клиент «Romashka HQ»");
    assertThat(list.selectFirst("[aria-labelledby=mappings]").text()).contains("romashka hq");
    HttpResponse<String> wrong = act(MANAGER, SIGNAL, "assign", Map.of("clientId", ""));
    assertThat(BoardServer.html(wrong).selectFirst("#assign-clientId-problem")).isNotNull();
    wrong =
        act(
            MANAGER,
            SIGNAL,
            "assign",
            Map.of("clientId", Examples.CLIENT_ID, "assetId", "nothing"));
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(BoardServer.html(wrong).selectFirst("#assign-assetId-problem").text())
        .contains("нет техники");
    HttpResponse<String> reply =
        act(MANAGER, SIGNAL, "assign", Map.of("clientId", Examples.CLIENT_ID, "assetId", "buh-1"));
    assertThat(BoardServer.next(reply)).isEqualTo("/board/signals?done=assigned");
    Document after = server.page(MANAGER, BoardServer.next(reply));
    assertThat(after.text()).contains("Ничего не ждёт");
    assertThat(after.selectFirst("[aria-labelledby=mappings]").text()).contains("Бухгалтерия-1");
    assertThat(server.page(MANAGER, SIGNAL).select(".doings")).isEmpty();
  }

  @Test
  public void aSignalIsDismissedAndAMappingForgotten() {
    HttpResponse<String> reply = act(MANAGER, SIGNAL, "dismiss", Map.of("reason", "Проверка"));
    assertThat(BoardServer.next(reply)).isEqualTo("/board/signals?done=dismissed");
    Document dismissed = server.page(MANAGER, "/board/signals?show=dismissed");
    assertThat(dismissed.text()).contains("Отклонён: Проверка");
    server.press(MANAGER, dismissed.selectFirst("[aria-labelledby=mappings] form"));
    assertThat(server.page(MANAGER, "/board/signals").text()).contains("Пока ничего.");
  }

  @Test
  public void aManagerDecidesADisputeStepByStep() {
    assertThat(actions(MANAGER, DISPUTE)).containsExactly("review", "withdraw");
    act(MANAGER, DISPUTE, "review", Map.of());
    assertThat(actions(MANAGER, DISPUTE)).containsExactly("uphold", "reject", "withdraw");
    HttpResponse<String> blank = act(MANAGER, DISPUTE, "uphold", Map.of("outcome", " "));
    assertThat(blank.statusCode()).isEqualTo(422);
    act(MANAGER, DISPUTE, "uphold", Map.of("outcome", "Забыли"));
    assertThat(actions(MANAGER, DISPUTE)).containsExactly("penalty");
    act(
        MANAGER,
        DISPUTE,
        "penalty",
        Map.of("kind", "DEDUCTION", "amount", "1500,50", "currency", "RUB"));
    assertThat(server.office.work.decisions)
        .contains(
            new DisputeAction.ProposePenalty(
                Penalty.Kind.DEDUCTION,
                Optional.of(new BigDecimal("1500.50")),
                Optional.of("RUB"),
                ""));
    for (String amount : List.of("1e99", "-1", "много")) {
      assertThat(
              BoardServer.html(act(MANAGER, DISPUTE, "penalty", Map.of("amount", amount)))
                  .selectFirst("#penalty-amount-problem"))
          .as(amount)
          .isNotNull();
    }
    assertThat(server.page(MANAGER, "/board/disputes?show=penalty").text())
        .contains("Ни одна санкция не ждёт решения");
    is(Optional.of(proposed()), DisputeState.UPHELD);
    assertThat(actions(MANAGER, DISPUTE)).containsExactly("penalty-apply", "penalty-waive");
    assertThat(server.page(MANAGER, DISPUTE).text())
        .contains("Замечание, опоздал", "Инженер ещё не ответил");
    assertThat(server.page(MANAGER, "/board/disputes").text()).contains("Решать нечего");
    Document penalties = server.page(MANAGER, "/board/disputes?show=penalty");
    assertThat(penalties.select(".chip[aria-current]").text()).isEqualTo("Санкция ждёт решения");
    assertThat(penalties.select(".lines a")).hasSize(1);
    assertThat(server.page(MANAGER, "/board/disputes?show=decided").select(".lines a")).hasSize(1);
  }

  @Test
  public void theEngineerAnswersTheirOwnAndIsToldWhoDecides() {
    assertThat(actions(ENGINEER, DISPUTE)).containsExactly("answer");
    assertThat(server.page(ENGINEER, DISPUTE).text()).contains("Решает руководитель");
    act(ENGINEER, DISPUTE, "answer", Map.of("text", "Не просили"));
    assertThat(server.office.work.decisions)
        .containsExactly(new DisputeAction.Answer("Не просили"));
    is(Optional.empty(), DisputeState.REJECTED);
    assertThat(actions(ENGINEER, DISPUTE)).isEmpty();
    assertThat(server.page(ENGINEER, "/board/disputes").text()).contains("Решать нечего");
  }

  @Test
  public void aManagerWhoWasTheEngineerIsToldThatAnotherDecides() {
    server.office.store.prepare(
        tx ->
            tx.disputes()
                .update(
                    tx.disputes().find("dispute-1").orElseThrow().toBuilder()
                        .engineerId(Examples.MANAGER_ID)
                        .build()));
    assertThat(actions(MANAGER, DISPUTE)).containsExactly("answer");
    assertThat(server.page(MANAGER, DISPUTE).text()).contains("решает другой руководитель");
  }

  @Test
  public void whatFailedIsTriedAgainFromTheListAndItsPage() {
    delivery(DeliveryState.FAILED);
    Document list = server.page(MANAGER, "/board/deliveries");
    assertThat(list.text()).contains("1 доставка", "отчёт 2026-0001");
    HttpResponse<String> reply = server.press(MANAGER, list.selectFirst("main form"));
    assertThat(BoardServer.next(reply)).isEqualTo("/board/deliveries?done=retry");
    delivery(DeliveryState.FAILED);
    Document failed = server.page(MANAGER, "/board/deliveries?show=FAILED&done=retry");
    assertThat(BoardServer.next(server.press(MANAGER, failed.selectFirst("main form"))))
        .as("to the same tab")
        .isEqualTo("/board/deliveries?show=FAILED&done=retry");
    assertThat(server.page(MANAGER, "/board/deliveries").text()).contains("Здесь пусто");
    assertThat(server.page(MANAGER, "/board/deliveries?show=QUEUED").select(".lines li"))
        .hasSize(1);
    delivery(DeliveryState.BOUNCED);
    Document page = server.page(MANAGER, DELIVERY);
    assertThat(BoardServer.next(server.press(MANAGER, form(page, "retry"))))
        .isEqualTo(DELIVERY + "?done=retry");
    HttpResponse<String> late = server.press(MANAGER, form(page, "retry"));
    assertThat(late.statusCode()).isEqualTo(409);
  }

  @Test
  public void aLinkIsTakenBackWhileThereIsOneThatOpensSomething() {
    assertThat(actions(MANAGER, DELIVERY)).as("no letter was written yet").isEmpty();
    link(Examples.reportLink());
    server.press(MANAGER, form(server.page(MANAGER, DELIVERY), "revoke-link"));
    assertThat(server.office.work.revoked).containsExactly("delivery-1");
    for (ReportLink over :
        List.of(
            Examples.reportLink().toBuilder().revokedAt(Examples.NOW).build(),
            Examples.reportLink().toBuilder().expiresAt(Examples.NOW).build())) {
      server.office.store.prepare(
          tx -> tx.reportLinks().update(over.toBuilder().version(version(tx)).build()));
      assertThat(actions(MANAGER, DELIVERY)).as("%s", over).isEmpty();
    }
  }

  private static long version(Transaction tx) {
    return tx.reportLinks().find(Examples.reportLink().id()).orElseThrow().version();
  }

  private void link(ReportLink link) {
    server.office.store.prepare(tx -> tx.reportLinks().insert(link));
  }

  @Test
  public void lettersThatFailedAreThereTooWithoutWhatTheySay() {
    server.office.store.prepare(
        tx ->
            tx.letters()
                .update(
                    tx.letters().find("letter-1").orElseThrow().toBuilder()
                        .state(DeliveryState.FAILED)
                        .lastAnswer("550 <no>")
                        .frozen("тайна")
                        .build()));
    Document list = server.page(MANAGER, "/board/letters");
    assertThat(list.text()).contains("1 письмо", "550 <no>").doesNotContain("тайна");
    Document page = server.page(MANAGER, "/board/letters/letter-1");
    assertThat(page.text()).contains("550 <no>", "Папка").doesNotContain("тайна");
    assertThat(actions(MANAGER, "/board/letters/letter-1")).containsExactly("retry");
    link(
        Examples.reportLink().toBuilder()
            .deliveryId("41f4d80c07f092a087bca3547d00cc297b8532a2cd5ef9a2fdeebd03f64f076a")
            .build());
    server.press(MANAGER, form(server.page(MANAGER, "/board/letters/letter-1"), "revoke-link"));
    assertThat(server.office.work.revoked).containsExactly("letter-1");
    assertThat(server.press(MANAGER, list.selectFirst("main form")).statusCode()).isEqualTo(303);
    assertThat(server.page(MANAGER, "/board/letters").text()).contains("Здесь пусто");
  }

  @Test
  public void sourcesAndChannelsSayHowTheyDoAndWhatToDo() {
    SourceStatus.Builder source =
        SourceStatus.builder()
            .id("mail")
            .titleRu("Почта")
            .titleEn("Mail")
            .bundle("b")
            .signals(5)
            .addHooks("rt")
            .state(SourceStatus.State.FAULT)
            .lastSignalAt(Examples.NOW)
            .lastFault("no route")
            .lastFaultAt(Examples.NOW);
    server.office.work.sources = List.of(source.build());
    server.office.work.channels =
        List.of(
            new ChannelStatus("mail", true, true, "b", Optional.of("refused")),
            new ChannelStatus("folder", false, false, "b", Optional.empty()));
    Document page = server.page(MANAGER, "/board/sources");
    assertThat(page.selectFirst("[aria-labelledby=group-sources]").text())
        .contains("Почта", "Не работает", "5 сигналов", "/hooks/rt", "no route", "Что делать:");
    assertThat(page.selectFirst("[aria-labelledby=group-sections]").text())
        .as("reports are away")
        .contains("Сейчас о них ничего не известно");
    assertThat(page.selectFirst("[aria-labelledby=group-channels]").text())
        .contains("Электронная почта", "Был сбой", "Папка", "Не настроен");
  }

  @Test
  public void tickedNoticesAreAcknowledgedEachByItself() {
    for (int i = 1; i <= 3; i++) {
      server.office.add(FakeOffice.lateStart("notice-" + i));
    }
    Document page = server.page(MANAGER, "/board/notices?tick=all");
    Element form = page.selectFirst("form[method=post]");
    assertThat(form.select("input[checked]")).hasSize(3);
    withdraw("notice-2");
    HttpResponse<String> reply = server.send(MANAGER, form, Map.of());
    assertThat(BoardServer.next(reply)).isEqualTo("/board/notices?done=ticked.some");
    assertThat(server.office.notice("notice-3").state()).isEqualTo(Notice.State.ACKNOWLEDGED);
    assertThat(server.page(MANAGER, "/board/notices?show=ACKNOWLEDGED").select(".noticed"))
        .hasSize(2);
    assertThat(server.page(MANAGER, "/board/notices?show=WITHDRAWN").select(".noticed")).hasSize(1);
    assertThat(server.page(MANAGER, "/board/notices?kind=VIOLATION&show=ACKNOWLEDGED").text())
        .contains("Таких уведомлений нет");
    HttpResponse<String> none =
        server.post(
            server.as(MANAGER, "/board/notices/acknowledge"),
            "key=" + form.selectFirst("[name=key]").val());
    assertThat(none.statusCode()).isEqualTo(422);
    assertThat(none.body()).contains("Ни одно уведомление не отмечено");
  }

  @Test
  public void withoutThePartThatAcknowledgesNothingIsSaidToBeDone() {
    server.office.add(FakeOffice.lateStart("notice-1"));
    Element form = server.page(MANAGER, "/board/notices?tick=all").selectFirst("form[method=post]");
    server.office.withoutNotices();
    HttpResponse<String> reply = server.send(MANAGER, form, Map.of());
    assertThat(reply.statusCode()).isEqualTo(503);
    assertThat(reply.body()).contains("Доска ненадолго недоступна");
    assertThat(server.office.notice("notice-1").state()).isEqualTo(Notice.State.RAISED);
  }

  private void withdraw(String id) {
    server.office.store.prepare(
        tx ->
            tx.notices()
                .update(
                    tx.notices().find(id).orElseThrow().toBuilder()
                        .state(Notice.State.WITHDRAWN)
                        .build()));
  }

  private List<String> actions(Role role, String path) {
    return server.page(role, path).select(".doings form").stream()
        .map(form -> form.attr("action"))
        .map(action -> action.substring(action.lastIndexOf('/') + 1))
        .toList();
  }

  private Element form(Document page, String action) {
    return page.selectFirst(".doings form[action$=/" + action + "]");
  }

  private HttpResponse<String> act(
      Role role, String path, String action, Map<String, String> typed) {
    return server.send(role, form(server.page(role, path), action), typed);
  }

  private void is(TaskState state) {
    change(task -> task.state(state));
  }

  private void change(UnaryOperator<Task.Builder> change) {
    server.office.store.prepare(
        tx -> {
          Task task = tx.tasks().find(Examples.TASK_ID).orElseThrow();
          tx.tasks().update(change.apply(task.toBuilder()).build());
        });
  }

  private static Penalty proposed() {
    return new Penalty(
        Penalty.Kind.REMARK,
        Optional.empty(),
        Optional.empty(),
        "опоздал",
        Penalty.State.PROPOSED,
        "Ольга Берёзкина",
        Examples.NOW,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private void is(Optional<Penalty> penalty, DisputeState state) {
    server.office.store.prepare(
        tx -> {
          Dispute dispute = tx.disputes().find("dispute-1").orElseThrow();
          tx.disputes()
              .update(dispute.toBuilder().state(state).decision(state).penalty(penalty).build());
        });
  }

  private void delivery(DeliveryState state) {
    server.office.store.prepare(
        tx ->
            tx.deliveries()
                .update(
                    tx.deliveries().find("delivery-1").orElseThrow().toBuilder()
                        .state(state)
                        .build()));
  }

  private Task task() {
    return server.office.store.read(tx -> tx.tasks().find(Examples.TASK_ID).orElseThrow());
  }
}
