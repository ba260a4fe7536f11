package org.daybook.web.pages.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.daybook.api.access.Role.MANAGER;
import static org.daybook.api.access.Role.SUPPORT;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToLongFunction;
import org.daybook.api.access.Role;
import org.daybook.api.error.RefusedException;
import org.daybook.api.error.StaleVersionException;
import org.daybook.api.store.SiteQuery;
import org.daybook.api.store.TokenQuery;
import org.daybook.api.store.Transaction;
import org.daybook.api.store.VisitQuery;
import org.daybook.testkit.Examples;
import org.daybook.web.pages.board.form.FormView;
import org.daybook.web.pages.http.Answer;
import org.daybook.web.pages.http.Form;
import org.jsoup.nodes.Element;
import org.junit.Rule;
import org.junit.Test;

/** Whoever presses a button twice has pressed it once. */
public class SentFormsTest {
  private static final String EMERGENCY = "/board/emergencies/new?client=" + Examples.CLIENT_ID;
  private static final Map<String, String> NOW =
      Map.of("requestedAt", "2026-03-12T09:00", "title", "Нет сети");

  @Rule public final BoardServer server = new BoardServer(BoardConfig.usual());

  @Test
  public void aFormThatIsSentTwiceMakesOneVisit() {
    long before = visits();
    HttpResponse<String> wrong =
        server.send(SUPPORT, form(SUPPORT, EMERGENCY), Map.of("requestedAt", "2026-03-13T09:00"));
    assertThat(wrong.statusCode()).isEqualTo(422);
    Element corrected = BoardServer.html(wrong).selectFirst("form[method=post]");
    HttpResponse<String> first = server.send(SUPPORT, corrected, NOW);
    HttpResponse<String> second = server.send(SUPPORT, corrected, NOW);
    assertThat(first.statusCode()).as("what failed may be sent again").isEqualTo(303);
    assertThat(second.statusCode()).isEqualTo(303);
    assertThat(BoardServer.next(second)).isEqualTo(BoardServer.next(first));
    assertThat(visits()).isEqualTo(before + 1);
  }

  @Test
  public void anotherFormIsAnotherVisitAndSoIsOneInWhichSomethingWasChanged() {
    long before = visits();
    Element form = form(SUPPORT, EMERGENCY);
    server.send(SUPPORT, form, NOW);
    server.send(SUPPORT, form, Map.of("requestedAt", "2026-03-12T08:50", "title", "Нет сети"));
    server.send(SUPPORT, form(SUPPORT, EMERGENCY), NOW);
    assertThat(visits()).isEqualTo(before + 3);
  }

  @Test
  public void whatFailedAtTheLastMomentIsNotKeptAsDone() {
    // The first one throws old marks away as well.
    server.send(SUPPORT, form(SUPPORT, EMERGENCY), NOW);
    long before = visits();
    Element form = form(SUPPORT, EMERGENCY);
    server.office.store.failNextCommit();
    assertThat(server.send(SUPPORT, form, NOW).statusCode()).isGreaterThanOrEqualTo(400);
    assertThat(visits()).isEqualTo(before);
    assertThat(server.send(SUPPORT, form, NOW).statusCode()).isEqualTo(303);
    assertThat(visits()).isEqualTo(before + 1);
  }

  @Test
  public void whatIsAddedInTheSetUpIsAddedOnce() {
    Element form = form(MANAGER, "/board/setup/sites/new?client=" + Examples.CLIENT_ID);
    Map<String, String> store = Map.of("name", "Склад", "address", "Москва, Складская, 1");
    assertThat(server.send(MANAGER, form, store).statusCode()).isEqualTo(303);
    assertThat(server.send(MANAGER, form, store).statusCode()).isEqualTo(303);
    assertThat(count(tx -> tx.sites().count(SiteQuery.everything()))).isEqualTo(2);
  }

  @Test
  public void aSecretIsMadeAndShownOnce() {
    long before = count(tx -> tx.tokens().count(TokenQuery.everything()));
    Element form = form(MANAGER, "/board/setup/tokens/new");
    Map<String, String> token = Map.of("name", "Мониторинг", "hook", "zabbix");
    assertThat(server.send(MANAGER, form, token).body()).contains("the-secret-of-");
    HttpResponse<String> again = server.send(MANAGER, form, token);
    assertThat(BoardServer.next(again)).isEqualTo("/board/setup/tokens?done=before");
    assertThat(server.page(MANAGER, BoardServer.next(again)).select("#done").text())
        .contains("один раз");
    assertThat(count(tx -> tx.tokens().count(TokenQuery.everything()))).isEqualTo(before + 1);
  }

  @Test
  public void aCommentIsAddedOnce() {
    String task = "/board/tasks/" + Examples.TASK_ID;
    Element form = server.page(MANAGER, task).selectFirst("form[action$=/comment]");
    for (int i = 0; i < 2; i++) {
      assertThat(server.send(MANAGER, form, Map.of("text", "Позвоню завтра")).statusCode())
          .isEqualTo(303);
    }
    assertThat(server.office.services.actions).hasSize(1);
  }

  @Test
  public void afterAWeekNobodyAsksAnyMore() {
    long before = visits();
    Element form = form(SUPPORT, EMERGENCY);
    server.send(SUPPORT, form, NOW);
    server.office.clock.advance(Duration.ofDays(8));
    server.send(SUPPORT, form(SUPPORT, EMERGENCY), NOW);
    server.send(SUPPORT, form, NOW);
    assertThat(visits()).isEqualTo(before + 3);
  }

  @Test
  public void whatOthersGetInTheWayOfIsDoneAgainAndDoneOnce() {
    long before = visits();
    SentForms forms = new SentForms(server.office);
    AtomicInteger attempts = new AtomicInteger();
    Answer answer = forms.once(asked(), () -> added(attempts, 2));
    assertThat(answer.status()).isEqualTo(303);
    assertThat(attempts).hasValue(3);
    assertThat(visits()).as("what was undone leaves nothing").isEqualTo(before + 1);
    assertThat(forms.once(asked(), () -> added(attempts, 0)).headers()).isEqualTo(answer.headers());
    assertThat(visits()).isEqualTo(before + 1);
  }

  @Test
  public void whoeverOthersAlwaysGetInTheWayOfIsToldAndMaySendItAgain() {
    long before = visits();
    SentForms forms = new SentForms(server.office);
    AtomicInteger attempts = new AtomicInteger();
    assertThatThrownBy(() -> forms.once(asked(), () -> added(attempts, 3)))
        .isInstanceOf(StaleVersionException.class);
    assertThat(attempts).hasValue(3);
    assertThat(visits()).isEqualTo(before);
    forms.once(asked(), () -> added(attempts, 3));
    assertThat(visits()).isEqualTo(before + 1);
  }

  @Test
  public void whatIsRefusedIsNotDoneAgain() {
    SentForms forms = new SentForms(server.office);
    AtomicInteger attempts = new AtomicInteger();
    assertThatThrownBy(
            () ->
                forms.once(
                    asked(),
                    () -> {
                      attempts.incrementAndGet();
                      throw new RefusedException("The visit is closed.");
                    }))
        .isInstanceOf(RefusedException.class);
    assertThat(attempts).hasValue(1);
  }

  /** A form of a manager, always the same. */
  private static Asked asked() {
    Visitor visitor = new Visitor(Examples.MANAGER, "secret", Optional.empty());
    Form sent = Form.ofText(FormView.ONCE + "=mark-1&title=x");
    return new Asked(null, null, visitor, "", "/board/visits", "", sent);
  }

  /** Adds a visit, the first few times with others in the way at the last moment. */
  private Answer added(AtomicInteger attempts, int conflicts) {
    server.office.store.prepare(
        tx -> tx.visits().insert(Examples.visit().toBuilder().id(tx.newId()).build()));
    if (attempts.incrementAndGet() <= conflicts) {
      throw new StaleVersionException("visit", Examples.VISIT_ID);
    }
    return Answer.seeOther("/board/calendar");
  }

  private Element form(Role role, String path) {
    return server.page(role, path).selectFirst("main form[method=post]");
  }

  private long visits() {
    return count(tx -> tx.visits().count(VisitQuery.everything()));
  }

  private long count(ToLongFunction<Transaction> what) {
    return server.office.store.<Long>read(what::applyAsLong);
  }
}
