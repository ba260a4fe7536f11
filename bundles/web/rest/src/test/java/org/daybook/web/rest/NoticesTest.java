package org.daybook.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.daybook.api.access.Role;
import org.daybook.api.notice.Notice;
import org.daybook.api.notice.NoticeKind;
import org.daybook.testkit.Examples;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

public class NoticesTest {
  private static final String NOTICES = "/api/v1/notices";

  @Rule public final RestServer server = new RestServer();

  @Before
  public void storeNotices() {
    server.parts.store.prepare(
        tx -> {
          tx.notices().insert(Examples.notice());
          tx.notices().insert(to("notice-engineer", Examples.ENGINEER_ID));
          tx.notices().insert(to("notice-manager", Examples.MANAGER_ID));
        });
  }

  @Test
  public void managersSeeAllAndOthersTheirOwn() {
    assertThat(ids(Role.MANAGER, "")).hasSize(3);
    assertThat(ids(Role.ADMIN, "")).hasSize(3);
    assertThat(ids(Role.ADMIN, "?recipient=engineer")).containsExactly("notice-engineer");
    assertThat(ids(Role.ENGINEER, "")).containsExactly("notice-engineer");
    assertThat(ids(Role.ENGINEER, "?state=RAISED&kind=DISPUTE_OPENED"))
        .containsExactly("notice-engineer");
    assertThat(ids(Role.SUPPORT, "")).isEmpty();
    assertThat(ids(Role.SPECIALIST, "")).isEmpty();
    assertThat(server.as(Role.ENGINEER).get(NOTICES + "?recipient=manager").status())
        .isEqualTo(403);
  }

  @Test
  public void noticeIsAcknowledgedByWhoeverItIsFor() {
    String own = NOTICES + "/notice-engineer/acknowledge";
    RestServer.Reply seen = server.as(Role.ENGINEER).ifMatch(1).post(own);

    assertThat(seen.status()).isEqualTo(200);
    assertThat(seen.json().path("state").asText()).isEqualTo("ACKNOWLEDGED");
    assertThat(seen.json().path("acknowledgedBy").asText()).isEqualTo(Examples.ENGINEER_ID);
    assertThat(seen.json().path("acknowledgedByName").asText()).isEqualTo("Пётр Одуванчиков");
    assertThat(seen.json().path("acknowledgedAt").isNull()).isFalse();
    assertThat(server.as(Role.ENGINEER).ifMatch(1).post(own).status()).isEqualTo(409);
    assertThat(server.as(Role.SUPPORT).post(own).status()).isEqualTo(403);
    assertThat(server.as(Role.ENGINEER).post(NOTICES + "/notice-1/acknowledge").status())
        .isEqualTo(403);
    assertThat(server.manager().post(NOTICES + "/notice-1/acknowledge", "{}").status())
        .isEqualTo(200);
    assertThat(server.manager().post(NOTICES + "/x/acknowledge").status()).isEqualTo(404);
  }

  @Test
  public void noticeForSomebodyElseIsNotThere() {
    String engineers = NOTICES + "/notice-engineer";
    assertThat(server.as(Role.ENGINEER).get(engineers).header("ETag")).isEqualTo("\"1\"");
    assertThat(server.manager().get(engineers).status()).isEqualTo(200);
    assertThat(server.as(Role.SUPPORT).get(engineers).status()).isEqualTo(404);
    assertThat(server.as(Role.ENGINEER).get(NOTICES + "/notice-1").status()).isEqualTo(404);
    assertThat(server.manager().get(NOTICES + "/x").status()).isEqualTo(404);
  }

  @Test
  public void whatBecameOfANoticeIsShown() {
    server.parts.store.prepare(
        tx ->
            tx.notices()
                .update(
                    tx.notices().find("notice-manager").get().toBuilder()
                        .about("/board/visits/visit-1")
                        .urgency(Notice.Urgency.URGENT)
                        .escalatedTo(Examples.ADMIN_ID)
                        .escalatedAt(Examples.NOW)
                        .sentAt(Examples.NOW)
                        .build()));

    JsonNode notice = server.manager().get(NOTICES + "/notice-manager").json();
    assertThat(notice.path("about").asText()).isEqualTo("/board/visits/visit-1");
    assertThat(notice.path("urgency").asText()).isEqualTo("URGENT");
    assertThat(notice.path("escalatedTo").asText()).isEqualTo(Examples.ADMIN_ID);
    assertThat(notice.path("escalatedToName").asText()).isEqualTo("Админ Настройкин");
    assertThat(notice.path("escalatedAt").asText()).isNotBlank();
    assertThat(notice.path("sentAt").asText()).isNotBlank();
    assertThat(notice.path("acknowledgedBy").isNull()).isTrue();
  }

  @Test
  public void factThatWentAwayNeedsNoAcknowledgement() {
    server.parts.store.prepare(
        tx ->
            tx.notices()
                .update(
                    tx.notices().find("notice-1").get().toBuilder()
                        .state(Notice.State.WITHDRAWN)
                        .build()));

    assertThat(server.manager().post(NOTICES + "/notice-1/acknowledge").status()).isEqualTo(409);
  }

  private List<String> ids(Role role, String filter) {
    return server.as(role).get(NOTICES + filter).json().path("items").findValuesAsText("id");
  }

  private static Notice to(String id, String recipient) {
    return Examples.notice().toBuilder()
        .id(id)
        .kind(NoticeKind.DISPUTE_OPENED)
        .key(id)
        .recipientId(recipient)
        .build();
  }
}
