package org.daybook.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.daybook.api.access.Actor;
import org.daybook.api.delivery.DeliveryState;
import org.daybook.api.delivery.LinkedReport;
import org.daybook.api.delivery.ReportLinks;
import org.daybook.api.notice.Notice;
import org.daybook.api.notice.NoticeKind;
import org.daybook.api.notice.Notices;
import org.daybook.testkit.Examples;
import org.daybook.testkit.RecordingNotices;
import org.junit.Before;
import org.junit.Test;

public class DeliveryCommandsTest {
  private final Console console = new Console();

  @Before
  public void storeDeliveries() {
    console.store.prepare(
        tx -> {
          tx.visits().insert(Examples.visit());
          tx.reports().insert(Examples.report());
          tx.reports().insert(Examples.report().toBuilder().id("report-2").revision(2).build());
          tx.deliveries()
              .insert(
                  Examples.delivery().toBuilder()
                      .state(DeliveryState.DEFERRED)
                      .nextAttemptAt(Examples.NOW.plusSeconds(600))
                      .lastAnswer("451 try later")
                      .build());
          tx.deliveries()
              .insert(
                  Examples.delivery().toBuilder()
                      .id("delivery-2")
                      .reportId("report-2")
                      .messageId("other")
                      .state(DeliveryState.SENT)
                      .build());
        });
  }

  @Test
  public void deliveriesSayWhereTheyStandAndWhatIsNext() throws Exception {
    DeliveryListCommand list = new DeliveryListCommand();
    assertThat(console.run(list))
        .contains("DEFERRED", "2026-03-12T06:10:00Z", "451 try later", "2026-0001 r1")
        .contains("SENT", "2026-0001 r2");
    list.visit = Examples.VISIT_ID;
    list.client = "romashka";
    assertThat(console.run(list)).contains("delivery-1", "delivery-2");
    list.state = DeliveryState.DEFERRED;
    assertThat(console.run(list)).contains("delivery-1").doesNotContain("delivery-2");
    list.visit = "other";
    assertThat(console.run(list)).contains("Nothing.");
  }

  @Test
  public void aLinkIsTakenBack() throws Exception {
    List<String> revoked = new ArrayList<>();
    console.with(
        ReportLinks.class,
        new ReportLinks() {
          @Override
          public LinkedReport open(String token) {
            throw new UnsupportedOperationException();
          }

          @Override
          public void acknowledge(String token, int revision) {
            throw new UnsupportedOperationException();
          }

          @Override
          public void revoke(Actor actor, String deliveryId) {
            revoked.add(deliveryId);
          }
        });
    LinkRevokeCommand revoke = new LinkRevokeCommand();
    revoke.delivery = "delivery-1";

    assertThat(console.run(revoke)).contains("anna@romashka.test");
    assertThat(revoked).containsExactly("delivery-1");
    revoke.delivery = "x";
    assertThat(console.failure(revoke)).hasMessage("There is no delivery x.");
  }

  @Test
  public void noticesAreNarrowedAndAcknowledged() throws Exception {
    RecordingNotices notices = new RecordingNotices();
    console.with(Notices.class, notices);
    console.store.prepare(
        tx -> {
          tx.accounts().insert(Examples.account());
          tx.notices().insert(Examples.notice());
          tx.notices()
              .insert(
                  Examples.notice().toBuilder()
                      .id("notice-2")
                      .kind(NoticeKind.DISPUTE_OPENED)
                      .key("dispute:1")
                      .state(Notice.State.ACKNOWLEDGED)
                      .recipientId(Examples.ENGINEER_ID)
                      .escalatedTo(Examples.MANAGER_ID)
                      .escalatedAt(Examples.NOW)
                      .build());
        });
    NoticeListCommand list = new NoticeListCommand();
    assertThat(console.run(list)).contains("notice-1").doesNotContain("notice-2");
    list.all = true;
    list.recipient = "engineer";
    assertThat(console.run(list))
        .contains("notice-2", "Пётр Одуванчиков", "Ольга Берёзкина", "NORMAL")
        .doesNotContain("notice-1");
    list.recipient = null;
    list.kind = NoticeKind.SECTION_FAULT;
    assertThat(console.run(list)).contains("notice-1").doesNotContain("notice-2");
    list.kind = null;
    list.state = Notice.State.ACKNOWLEDGED;
    assertThat(console.run(list)).contains("notice-2").doesNotContain("notice-1");

    String id =
        notices
            .raise(NoticeKind.SECTION_FAULT, "k", "It\u001b[2J failed.", java.util.Optional.empty())
            .id();
    NoticeAcknowledgeCommand acknowledge = new NoticeAcknowledgeCommand();
    acknowledge.notice = id;
    assertThat(console.run(acknowledge)).contains("ACKNOWLEDGED: It [2J failed.");
  }
}
