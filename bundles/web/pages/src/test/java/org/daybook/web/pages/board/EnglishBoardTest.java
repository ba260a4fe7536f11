package org.daybook.web.pages.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daybook.api.access.Role.MANAGER;

import org.daybook.testkit.Examples;
import org.jsoup.nodes.Document;
import org.junit.Rule;
import org.junit.Test;

/** The board where the office reads English. */
public class EnglishBoardTest {
  @Rule
  public final BoardServer server = new BoardServer(new BoardConfig("en", "Europe/Moscow", 30));

  @Test
  public void everyPageIsInEnglish() {
    server.office.add(FakeOffice.lateStart("notice-1").toBuilder().subject("Call them.").build());
    for (String path :
        new String[] {
          "/board",
          "/board/figures",
          "/board/visits/" + Examples.VISIT_ID,
          "/board/nothing",
          "/board/calendar?view=week",
          "/board/visits/" + Examples.VISIT_ID + "/move",
          "/board/emergencies/new",
          "/board/clients",
          "/board/clients/" + Examples.CLIENT_ID,
          "/board/setup",
          "/board/setup/clients/new",
          "/board/setup/tokens/new",
          "/board/setup/regulations/regulation-1"
        }) {
      Document page = BoardServer.html(server.get(MANAGER, path));
      assertThat(page.selectFirst("html").attr("lang")).isEqualTo("en");
      assertThat(page.select("h2, th[scope=col], dt, button, .button, nav").text())
          .doesNotContainPattern("[а-яА-Я]");
    }
    assertThat(server.page(MANAGER, "/board").text())
        .contains("1 notice that nobody has answered.", "since 12 March 2026, 09:00");
  }

  @Test
  public void whoAsksTooOftenWaits() {
    for (int i = 0; i < 120; i++) {
      assertThat(server.send(server.anonymous("/board")).statusCode()).isEqualTo(303);
    }
    var refused = server.get(MANAGER, "/board");
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(BoardServer.header(refused, "Retry-After")).isEqualTo("1");
  }
}
