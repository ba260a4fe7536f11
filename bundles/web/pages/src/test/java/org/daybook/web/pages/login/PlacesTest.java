package org.daybook.web.pages.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.daybook.api.access.Role;
import org.junit.Test;

public class PlacesTest {
  @Test
  public void everyRoleHasAPlace() {
    assertThat(Places.of(Role.ADMIN)).isEqualTo("/board");
    assertThat(Places.of(Role.MANAGER)).isEqualTo("/board");
    assertThat(Places.of(Role.ENGINEER)).isEqualTo("/diary");
    assertThat(Places.of(Role.SPECIALIST)).isEqualTo("/diary");
    assertThat(Places.of(Role.SUPPORT)).isEqualTo("/diary");
  }

  @Test
  public void onlyPagesOfOursAreComeBackTo() {
    for (String path :
        List.of(
            "/board",
            "/diary/visits/0190-a",
            "/board/figures?month=2026-11&by=client",
            "/devices?done=revoked",
            "/board/tasks?text=%D1%82%D0%BE%D0%BD%D0%B5%D1%80+1")) {
      assertThat(Places.checked(path)).isEqualTo(path);
    }
    for (String path :
        List.of(
            "",
            "board",
            "//example.com",
            "/\\example.com",
            "/https://example.com",
            "/javascript:alert(1)",
            "https://example.com/board",
            "/board#x",
            "/board\r\nSet-Cookie: a=b",
            "/board?x=<script>",
            "/login",
            "/login?next=/board",
            "/logout",
            "/",
            "/board/" + "x".repeat(2000))) {
      assertThat(Places.checked(path)).as(path).isEmpty();
    }
  }

  @Test
  public void anAddressNeverLeadsToAnotherSite() {
    assertThat(Places.address("", "/board")).isEqualTo("./board");
    assertThat(Places.address("../../", "/board")).isEqualTo("../../board");
    assertThat(Places.login("../", "/board/figures?by=client"))
        .isEqualTo("../login?next=%2Fboard%2Ffigures%3Fby%3Dclient");
    assertThat(Places.login("../", "//example.com")).isEqualTo("../login");
  }
}
