package org.daybook.web.pages.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daybook.api.access.Role.ADMIN;
import static org.daybook.api.access.Role.MANAGER;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.daybook.api.access.Actor;
import org.daybook.api.directory.AssetKind;
import org.daybook.api.regulation.Regulation;
import org.daybook.api.regulation.RegulationItem;
import org.daybook.testkit.Examples;
import org.jsoup.nodes.Document;
import org.junit.Rule;
import org.junit.Test;

/** The pages on which a regulation is changed. */
public class RegulationPagesTest {
  private static final String LIST = "/board/setup/regulations";
  private static final String PATH = LIST + "/regulation-1";

  @Rule public final BoardServer server = new BoardServer(BoardConfig.usual());

  @Test
  public void theListSaysWhatIsInForceAndWhatCanBeAdded() {
    Document page = server.page(MANAGER, LIST);
    assertThat(page.select(".lines li").eachText())
        .singleElement()
        .asString()
        .contains("Рабочая станция 2 пункта", "Редакция 1", "файлы оператора");
    assertThat(page.select(".ways a").eachText())
        .contains("Добавить: Прочая техника")
        .doesNotContain("Добавить: Рабочая станция");
  }

  @Test
  public void rowsAreAddedMovedAndRemovedWithoutScriptAndNothingIsKeptBefore() {
    Document page = pressed(server.page(MANAGER, PATH), "do", "add");
    assertThat(titles(page))
        .containsExactly("Проверка антивирусом", "Проверка учётных записей", "");
    assertThat(page.selectFirst("#ru-2").hasAttr("autofocus")).isTrue();
    page = pressed(page, "do", "up-2", "ru-2", "Чистка", "en-2", "Clean");
    assertThat(titles(page))
        .containsExactly("Проверка антивирусом", "Чистка", "Проверка учётных записей");
    page = pressed(page, "do", "down-0");
    page = pressed(page, "do", "remove-2");
    assertThat(titles(page)).containsExactly("Чистка", "Проверка антивирусом");
    page = pressed(page, "do", "up-0");
    page = pressed(page, "do", "nonsense-7");
    assertThat(titles(page)).containsExactly("Чистка", "Проверка антивирусом");
    assertThat(regulation().version()).isEqualTo(1);

    HttpResponse<String> kept =
        server.send(MANAGER, page.select("main form").last(), Map.of("do", "keep"));
    assertThat(kept.statusCode()).isEqualTo(303);
    assertThat(regulation().items())
        .extracting(RegulationItem::id)
        .containsExactly("clean", "antivirus-scan");
    Document after = server.page(MANAGER, BoardServer.next(kept));
    assertThat(after.selectFirst("[role=status]").text()).contains("со следующего выезда");
    assertThat(after.selectFirst("[aria-labelledby=history]").text())
        .contains("Редакция 2", "Добавлено: Чистка.", "Убрано: Проверка учётных записей.")
        .contains("Редакция 1", "2 пункта");
  }

  @Test
  public void thePreviewSaysWhatAVisitAsksForAsItIsTyped() {
    Document page = server.page(MANAGER, PATH);
    assertThat(page.selectFirst("[aria-labelledby=preview]").text())
        .contains("На каждом выезде 1 пункт Проверка антивирусом")
        .contains("И на первом выезде месяца 1 пункт Проверка учётных записей необязательно")
        .doesNotContain("квартала");
    page = pressed(page, "do", "preview", "frequency-0", "QUARTERLY", "active", null);
    assertThat(page.selectFirst("[aria-labelledby=preview]").text())
        .contains("И на первом выезде квартала 1 пункт Проверка антивирусом")
        .contains("Он не действует");
    assertThat(regulation().version()).isEqualTo(1);
  }

  @Test
  public void whatIsWrongIsSaidBesideItsRow() {
    HttpResponse<String> refused =
        filled(
            server.page(MANAGER, PATH),
            "do",
            "keep",
            "ru-1",
            " ",
            "en-0",
            "x".repeat(301),
            "frequency-1",
            "MONTHLY");
    assertThat(refused.statusCode()).isEqualTo(422);
    Document page = BoardServer.html(refused);
    assertThat(page.selectFirst("#ru-1-problem").text()).contains("от 1 до 300 знаков");
    assertThat(page.selectFirst("#ru-1").attr("aria-describedby")).isEqualTo("ru-1-problem");
    assertThat(page.select("#edit-wrong a").eachAttr("href")).containsExactly("#en-0", "#ru-1");
    refused = filled(server.page(MANAGER, PATH), "do", "keep", "frequency-1", "SOMETIMES");
    assertThat(BoardServer.html(refused).selectFirst("#frequency-1-problem")).isNotNull();
    Document empty =
        pressed(pressed(server.page(MANAGER, PATH), "do", "remove-0"), "do", "remove-0");
    refused = filled(empty, "do", "keep");
    assertThat(BoardServer.html(refused).selectFirst("#edit-wrong").text())
        .contains("от 1 до 200 пунктов");
    assertThat(regulation().version()).isEqualTo(1);
  }

  @Test
  public void whoWasTooSlowSeesWhatIsOtherwiseNow() {
    Document seen = server.page(MANAGER, PATH);
    assertThat(
            server
                .send(
                    ADMIN,
                    server.page(ADMIN, PATH).select("main form").last(),
                    Map.of("do", "keep", "frequency-1", "QUARTERLY"))
                .statusCode())
        .isEqualTo(303);
    HttpResponse<String> stale = filled(seen, "do", "keep", "ru-0", "Проверка на вирусы");
    assertThat(stale.statusCode()).isEqualTo(409);
    Document page = BoardServer.html(stale);
    assertThat(page.selectFirst("#edit-wrong").text())
        .contains("это изменил кто-то другой", "раз в месяц → раз в квартал");
    assertThat(titles(page)).first().isEqualTo("Проверка на вирусы");
    assertThat(filled(page, "do", "keep").statusCode()).isEqualTo(303);
    assertThat(regulation().items().get(0).titleRu()).isEqualTo("Проверка на вирусы");
    assertThat(regulation().revision()).isEqualTo(3);
  }

  @Test
  public void anOldRevisionIsPutIntoTheFormAndKeptAsANewOne() {
    filled(server.page(MANAGER, PATH), "do", "keep", "ru-0", "Другое");
    Document old = server.page(MANAGER, PATH + "?from=1");
    assertThat(titles(old)).first().isEqualTo("Проверка антивирусом");
    filled(old, "do", "keep");
    assertThat(regulation().items()).isEqualTo(Examples.regulation().items());
    assertThat(regulation().revision()).isEqualTo(3);
    assertThat(titles(server.page(MANAGER, PATH + "?from=99"))).hasSize(2);
  }

  @Test
  public void whatTheFilesSayOtherwiseIsShownAndCanBeTakenOver() {
    RegulationItem item = Examples.regulationItem().toBuilder().titleRu("Скан").build();
    server.office.regulations.takeOver(
        Actor.system("source:routine"), Map.of(AssetKind.WORKSTATION, List.of(item)));
    Document page = server.page(MANAGER, PATH);
    assertThat(page.selectFirst(".note.watch").text())
        .contains("В файлах оператора написано иначе", "Убрано: Проверка учётных записей");
    Document filled = server.page(MANAGER, PATH + "?from=files");
    assertThat(titles(filled)).containsExactly("Скан");
    filled(filled, "do", "keep");
    assertThat(regulation().items()).containsExactly(item);
    assertThat(server.page(MANAGER, PATH).select("main > .note.watch")).isEmpty();
  }

  @Test
  public void aTypeWithoutARegulationGetsOneAndASecondIsRefused() {
    String path = LIST + "/new?kind=OTHER";
    Document page = server.page(MANAGER, path);
    assertThat(page.selectFirst("h1").text()).isEqualTo("Регламент Прочая техника");
    Document other = server.page(ADMIN, path);
    HttpResponse<String> kept = filled(page, "do", "keep", "ru-0", "Осмотр", "en-0", "Look at it");
    assertThat(kept.statusCode()).isEqualTo(303);
    HttpResponse<String> twice =
        server.send(
            ADMIN,
            other.select("main form").last(),
            Map.of("do", "keep", "ru-0", "Осмотр", "en-0", "Look"));
    assertThat(BoardServer.html(twice).selectFirst("#edit-wrong").text())
        .contains("регламент уже есть");
  }

  private Regulation regulation() {
    return server.office.store.read(tx -> tx.regulations().find("regulation-1").orElseThrow());
  }

  private static List<String> titles(Document page) {
    return page.select(".items input[lang=ru]").eachAttr("value");
  }

  private Document pressed(Document page, String... namesAndValues) {
    HttpResponse<String> reply = filled(page, namesAndValues);
    assertThat(reply.statusCode()).isEqualTo(200);
    return BoardServer.html(reply);
  }

  private HttpResponse<String> filled(Document page, String... namesAndValues) {
    Map<String, String> typed = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      typed.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return server.send(MANAGER, page.select("main form").last(), typed);
  }
}
