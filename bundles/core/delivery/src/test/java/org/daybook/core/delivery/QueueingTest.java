package org.daybook.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.daybook.api.access.Actor;
import org.daybook.api.delivery.Delivery;
import org.daybook.api.delivery.DeliveryState;
import org.daybook.api.directory.Contact;
import org.daybook.api.directory.ServicePlan;
import org.daybook.api.job.Job;
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
    assertThat(fixture.notices.standing()).isEmpty();
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
