package org.daybook.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.daybook.api.access.Actor;
import org.daybook.api.delivery.Delivery;
import org.daybook.api.delivery.DeliveryState;
import org.daybook.api.directory.Contact;
import org.daybook.api.directory.ServicePlan;
import org.daybook.api.job.Job;
import org.daybook.api.notice.Notice;
import org.daybook.api.notice.NoticeKind;
import org.daybook.api.visit.VisitKind;
import org.daybook.testkit.Examples;
import org.junit.Test;

public class QueueingTest {
  private final Fixture fixture = new Fixture();

  @Test
  public void eachMarkedContactGetsOneDelivery() {
    fixture.store.prepare(
        tx -> {
          tx.contacts().insert(contact("second", true));
          tx.contacts().insert(contact("not-marked", false));
        });
    List<Delivery> queued = fixture.service.queue(Examples.report());
    assertThat(queued)
        .extracting(Delivery::contactId)
        .containsExactlyInAnyOrder(Examples.CONTACT_ID, "second");
    assertThat(queued)
        .allSatisfy(
            each -> {
              assertThat(each.state()).isEqualTo(DeliveryState.QUEUED);
              assertThat(each.messageId()).isEqualTo(each.id() + "@service.test");
              assertThat(fixture.jobs.jobs()).containsKey(new Job("delivery", each.id()));
            });
  }

  @Test
  public void queueingAgainAddsNothing() {
    List<Delivery> first = fixture.service.queue(Examples.report());
    assertThat(fixture.service.queue(Examples.report())).isEqualTo(first);
    assertThat(fixture.jobs.jobs()).hasSize(1);
  }

  @Test
  public void itJoinsTheCallersTransaction() {
    assertThatThrownBy(
            () ->
                fixture.store.inTransaction(
                    Actor.system("test"),
                    tx -> {
                      fixture.service.queue(Examples.report());
                      throw new IllegalStateException("rolled back");
                    }))
        .hasMessage("rolled back");
    assertThat(fixture.deliveries()).isEmpty();
    assertThat(fixture.jobs.jobs()).isEmpty();
  }

  @Test
  public void emergencyVisitsAndOtherPlansGetNoMail() {
    fixture.change(fixture.visit().toBuilder().kind(VisitKind.EMERGENCY).build());
    assertThat(fixture.service.queue(Examples.report())).isEmpty();
    fixture.change(fixture.visit().toBuilder().kind(VisitKind.PLANNED).build());
    fixture.change(fixture.client().toBuilder().plan(ServicePlan.STANDARD).build());
    assertThat(fixture.service.queue(Examples.report())).isEmpty();
  }

  @Test
  public void theManagerIsToldOfAPlanWithoutReportsUntilItHasThem() {
    fixture.change(fixture.visit().toBuilder().kind(VisitKind.EMERGENCY).build());
    fixture.change(fixture.client().toBuilder().plan(ServicePlan.STANDARD).build());
    fixture.service.queue(Examples.report());
    assertThat(fixture.notices.standing()).isEmpty();
    fixture.change(fixture.visit().toBuilder().kind(VisitKind.PLANNED).build());
    fixture.service.queue(Examples.report());
    fixture.service.queue(Examples.report());
    Notice notice = fixture.notices.standing().get(0);
    assertThat(fixture.notices.standing()).hasSize(1);
    assertThat(notice.kind()).isEqualTo(NoticeKind.NO_RECIPIENT);
    assertThat(notice.key()).isEqualTo("plan:" + Examples.CLIENT_ID);
    assertThat(notice.recipientId()).contains(Examples.MANAGER_ID);
    assertThat(notice.subject())
        .isEqualTo(
            "Тариф клиента ООО «Ромашка» не включает отчёты по выездам; отчёт 2026-0001 никому не"
                + " отправлен.");
    fixture.change(fixture.client().toBuilder().plan(ServicePlan.PREMIUM).build());
    assertThat(fixture.service.queue(Examples.report())).hasSize(1);
    assertThat(fixture.notices.standing()).isEmpty();
  }

  @Test
  public void theManagerIsToldOfEachAddressThatCannotBeWrittenToUntilItIsMended() {
    fixture.store.prepare(
        tx -> {
          tx.contacts().insert(contact("good", true));
          tx.contacts().insert(contact("none", true).toBuilder().email(Optional.empty()).build());
          tx.contacts().insert(contact("broken", true).toBuilder().email("анна@почта").build());
        });
    assertThat(fixture.service.queue(Examples.report()))
        .extracting(Delivery::contactId)
        .containsExactlyInAnyOrder(Examples.CONTACT_ID, "good");
    assertThat(fixture.notices.standing())
        .extracting(Notice::key)
        .containsExactlyInAnyOrder("contact:none", "contact:broken");
    fixture.store.prepare(
        tx ->
            tx.contacts()
                .update(
                    tx.contacts().find("broken").orElseThrow().toBuilder()
                        .email("anna@post.test")
                        .build()));
    assertThat(fixture.service.queue(Examples.report()))
        .extracting(Delivery::contactId)
        .contains("broken");
    assertThat(fixture.notices.standing()).extracting(Notice::key).containsExactly("contact:none");
  }

  @Test
  public void theManagerIsToldOfAClientWithoutRecipientsUntilThereIsOne() {
    unmark();
    assertThat(fixture.service.queue(Examples.report())).isEmpty();
    assertThat(fixture.notices.standing())
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.kind()).isEqualTo(NoticeKind.NO_RECIPIENT);
              assertThat(notice.recipientId()).contains(Examples.MANAGER_ID);
              assertThat(notice.subject()).contains("2026-0001").contains("ООО «Ромашка»");
            });
    fixture.store.prepare(tx -> tx.contacts().insert(contact("second", true)));
    assertThat(fixture.service.queue(Examples.report())).hasSize(1);
    assertThat(fixture.notices.standing()).isEmpty();
  }

  private void unmark() {
    fixture.store.prepare(
        tx -> {
          Contact contact = tx.contacts().find(Examples.CONTACT_ID).orElseThrow();
          tx.contacts().update(contact.toBuilder().reportRecipient(false).build());
        });
  }

  private static Contact contact(String id, boolean recipient) {
    return Examples.contact().toBuilder()
        .id(id)
        .email(id + "@romashka.test")
        .reportRecipient(recipient)
        .build();
  }
}
