package org.daybook.web.pages.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daybook.api.access.Role.MANAGER;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Map;
import org.daybook.api.plan.PlanState;
import org.daybook.api.store.MonthPlanQuery;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitState;
import org.daybook.testkit.Examples;
import org.jsoup.nodes.Document;
import org.junit.Rule;
import org.junit.Test;

/** The plan of a month on the board: proposed, published, thrown away. */
public class PlanPageTest {
  @Rule public final BoardServer server = new BoardServer(BoardConfig.usual());

  private static final String APRIL = "/board/plans/2026-04";

  @Test
  public void aMonthWithoutAPlanIsOfferedOne() {
    Document page = server.page(MANAGER, APRIL);
    assertThat(page.text()).contains("Апрель 2026", "не составлен");
    assertThat(page.select(".known a[href*=plans]").eachText())
        .containsExactly("Март 2026", "Май 2026");
    HttpResponse<String> proposed = press(page, "propose");
    assertThat(BoardServer.next(proposed)).isEqualTo(APRIL + "?done=propose");
    Document draft = server.page(MANAGER, APRIL + "?done=propose");
    assertThat(draft.text()).contains("Черновик", "Вот предложение.", "часы", "Занято.");
    assertThat(draft.select("a[href$=.svg], a[href$=.csv]")).hasSize(2);
    assertThat(draft.select("a[href$=board/plans/2026-05]")).hasSize(1);
  }

  @Test
  public void aDraftIsPublishedOnceAndNotOverWhatSomebodyElseChanged() {
    press(server.page(MANAGER, APRIL), "propose");
    Document seen = server.page(MANAGER, APRIL);
    press(seen, "replan");
    HttpResponse<String> stale = press(seen, "publish");
    assertThat(stale.statusCode()).isEqualTo(409);
    assertThat(stale.body()).contains("изменил кто-то другой");
    assertThat(state()).isEqualTo(PlanState.DRAFT);
    press(server.page(MANAGER, APRIL), "publish");
    assertThat(state()).isEqualTo(PlanState.PUBLISHED);
    assertThat(server.page(MANAGER, APRIL).select("form[action$=publish], form[action$=discard]"))
        .isEmpty();
  }

  @Test
  public void aDraftSaysWhoGetsHowMuchAndWhatIsDoneByWhichButton() {
    press(server.page(MANAGER, APRIL), "propose");
    server.office.store.prepare(
        tx -> {
          String plan = tx.monthPlans().all(MonthPlanQuery.builder().build()).get(0).id();
          tx.visits().insert(april("draft", 6).planId(plan).state(VisitState.DRAFT).build());
          tx.visits().insert(april("there", 6).build());
          tx.visits().insert(april("off", 20).state(VisitState.CANCELLED).build());
        });
    Document page = server.page(MANAGER, APRIL);
    assertThat(page.select("[aria-labelledby=by-client] tbody tr").eachText())
        .containsExactly("ООО «Ромашка» ▲ меньше нормы Норма 3 В плане 1 Уже назначено 1");
    assertThat(page.select("[aria-labelledby=by-engineer] tbody tr").eachText())
        .containsExactly("Пётр Одуванчиков Выездов 2 Дней с выездами 1");
    assertThat(page.select(".doings > div:has(form[action$=publish])").text())
        .contains("1 выезд увидят инженеры и клиент");
    assertThat(page.select(".doings > div:has(form[action$=publish])").attr("class")).isEmpty();
    assertThat(page.select(".plainly form").attr("action")).endsWith("replan");
    assertThat(page.select(".gravely form").attr("action")).endsWith("discard");
  }

  private static Visit.Builder april(String id, int day) {
    return Examples.visit().toBuilder()
        .id(id)
        .plannedFor(LocalDate.of(2026, 4, day).atTime(10, 0).atZone(Examples.ZONE).toInstant());
  }

  @Test
  public void aDraftThatIsThrownAwayLeavesTheMonthWithoutAPlan() {
    press(server.page(MANAGER, APRIL), "propose");
    press(server.page(MANAGER, APRIL), "discard");
    assertThat(server.page(MANAGER, APRIL).text()).contains("не составлен");
  }

  @Test
  public void whatCannotBePlannedIsSaidAndWhatIsNoMonthIsNoPage() {
    HttpResponse<String> over = press(server.page(MANAGER, "/board/plans/2026-01"), "propose");
    assertThat(over.statusCode()).isEqualTo(422);
    assertThat(over.body())
        .contains("На этот месяц планировать нельзя: он прошёл или ещё слишком далеко.");
    assertThat(server.get(MANAGER, "/board/plans/2026-13").statusCode()).isEqualTo(404);
  }

  @Test
  public void theCalendarLeadsToThePlanOfItsMonth() {
    assertThat(
            server
                .page(MANAGER, "/board/calendar?from=2026-04-15")
                .select("a[href$=board/plans/2026-04]"))
        .hasSize(1);
  }

  private HttpResponse<String> press(Document page, String action) {
    return server.send(MANAGER, page.selectFirst("form[action$=/" + action + "]"), Map.of());
  }

  private PlanState state() {
    return server
        .office
        .store
        .read(tx -> tx.monthPlans().all(MonthPlanQuery.builder().build()))
        .get(0)
        .state();
  }
}
