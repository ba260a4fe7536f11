package org.daybook.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.daybook.api.delivery.Delivery;
import org.daybook.api.delivery.DeliveryState;
import org.daybook.api.delivery.Receipt;
import org.daybook.api.delivery.ReturnedMail;
import org.daybook.api.delivery.ReturnedMail.Kind;
import org.daybook.api.store.AuditEntry;
import org.daybook.api.store.AuditQuery;
import org.daybook.api.store.PageRequest;
import org.daybook.testkit.Examples;
import org.junit.Test;

/** What comes back from mail servers. */
public class ReturnsTest {
  private final Fixture fixture = new Fixture();

  /** A bounce of a delivery. */
  static ReturnedMail failed(String deliveryId) {
    return new ReturnedMail(
        List.of("bounces+" + deliveryId + "@service.test"),
        Kind.FAILED,
        "5.1.1",
        "smtp; 550 5.1.1 <anna@romashka.test>: Recipient address rejected: User unknown");
  }

  @Test
  public void whatComesBackHasBounced() {
    Delivery sent = fixture.deliver();
    fixture.clock.advance(Duration.ofMinutes(3));
    assertThat(fixture.returns.take(failed(sent.id()))).isTrue();
    Delivery bounced = fixture.delivery();
    assertThat(bounced.state()).isEqualTo(DeliveryState.BOUNCED);
    assertThat(bounced.stateAt()).contains(fixture.clock.instant());
    assertThat(bounced.lastAnswer().orElseThrow()).contains("550 5.1.1", "User unknown");
  }

  @Test
  public void whatIsReadAgainAfterTheAddressWasMendedChangesNothing() {
    Delivery sent = fixture.deliver();
    ReturnedMail bounce = failed(sent.id()).receivedAt(fixture.clock.instant().plusSeconds(60));
    fixture.clock.advance(Duration.ofMinutes(2));
    fixture.returns.take(bounce);
    fixture.clock.advance(Duration.ofHours(2));
    fixture.service.retry(Examples.MANAGER, sent.id());
    fixture.run();
    Delivery again = fixture.delivery();
    assertThat(again.state()).isEqualTo(DeliveryState.SENT);
    assertThat(fixture.returns.take(bounce)).as("it is about one of ours").isTrue();
    assertThat(fixture.delivery()).isEqualTo(again);
    ReturnedMail later = failed(sent.id()).receivedAt(fixture.clock.instant().plusSeconds(60));
    fixture.returns.take(later);
    assertThat(fixture.delivery().state()).isEqualTo(DeliveryState.BOUNCED);
  }

  @Test
  public void theCaseOfTheAddressIsNotOurs() {
    Delivery sent = fixture.deliver();
    ReturnedMail shouted =
        new ReturnedMail(
            List.of(
                "postmaster@service.test",
                failed(sent.id()).recipients().get(0).toUpperCase(Locale.ROOT)),
            Kind.FAILED,
            "5.1.1",
            "");
    assertThat(fixture.returns.take(shouted)).isTrue();
    assertThat(fixture.delivery().state()).isEqualTo(DeliveryState.BOUNCED);
  }

  @Test
  public void whatNamesNoDeliveryIsSomebodyElses() {
    fixture.deliver();
    Delivery before = fixture.delivery();
    for (List<String> recipients :
        List.of(
            List.<String>of(),
            List.of("bounces+unknown@service.test"),
            List.of("sales@service.test", "bounces+" + before.id() + "@other.test"))) {
      assertThat(fixture.returns.take(new ReturnedMail(recipients, Kind.FAILED, "5.1.1", "no")))
          .isFalse();
    }
    assertThat(fixture.delivery()).isEqualTo(before);
  }

  @Test
  public void delaysAndConfirmationsAreOnlyWrittenDown() {
    Delivery sent = fixture.deliver();
    fixture.returns.take(about(sent, Kind.DELAYED, "4.4.1", "no answer from mx.romashka.test"));
    assertThat(fixture.delivery().state()).isEqualTo(DeliveryState.SENT);
    assertThat(fixture.delivery().lastAnswer().orElseThrow())
        .contains("250 taken", "not delivered it yet", "4.4.1 no answer from mx.romashka.test");
    fixture.returns.take(about(sent, Kind.DELIVERED, "2.0.0", ""));
    assertThat(fixture.delivery().state()).isEqualTo(DeliveryState.SENT);
    assertThat(fixture.delivery().lastAnswer().orElseThrow()).contains("delivered or passed on");
    assertThat(fixture.delivery().stateAt()).isEqualTo(sent.stateAt());
  }

  @Test
  public void theSameReturnedMailAgainChangesNothing() {
    Delivery sent = fixture.deliver();
    fixture.returns.take(failed(sent.id()));
    Delivery bounced = fixture.delivery();
    fixture.returns.take(failed(sent.id()));
    assertThat(fixture.delivery()).isEqualTo(bounced);
  }

  @Test
  public void aBounceOfWhatIsInAnotherStateIsWrittenDownAndChangesNothingElse() {
    Delivery sent = fixture.deliver();
    fixture.links.acknowledge(token(), 1);
    assertThat(fixture.returns.take(failed(sent.id()))).isTrue();
    assertThat(fixture.delivery().state()).isEqualTo(DeliveryState.ACKNOWLEDGED);
    assertThat(fixture.delivery().lastAnswer().orElseThrow())
        .startsWith("Acknowledged")
        .contains("User unknown");
  }

  @Test
  public void whateverAServerSaysCanBeKept() {
    Delivery sent = fixture.deliver();
    fixture.returns.take(about(sent, Kind.FAILED, "", "\ud800\0" + "😀".repeat(2000)));
    assertThat(fixture.delivery().state()).isEqualTo(DeliveryState.BOUNCED);
    assertThat(fixture.delivery().lastAnswer().orElseThrow().length()).isLessThanOrEqualTo(1000);
  }

  @Test
  public void aBouncedOneIsRetriedToThePresentAddressUnderTheSameMessageId() {
    Delivery sent = fixture.deliver();
    fixture.returns.take(failed(sent.id()));
    fixture.store.prepare(
        tx ->
            tx.contacts()
                .update(
                    tx.contacts().find(Examples.CONTACT_ID).orElseThrow().toBuilder()
                        .email("anna.new@romashka.test")
                        .build()));
    fixture.service.retry(Examples.MANAGER, sent.id());
    fixture.run();
    Delivery again = fixture.delivery();
    assertThat(again.state()).isEqualTo(DeliveryState.SENT);
    assertThat(again.recipient()).isEqualTo("anna.new@romashka.test");
    assertThat(again.messageId()).isEqualTo(sent.messageId());
    assertThat(fixture.writer.letters).allMatch(each -> each.messageId().equals(sent.messageId()));
  }

  @Test
  public void theAuditTrailKeepsEveryChange() {
    fixture.mail.answer = () -> new Receipt.Deferred("451 later");
    Delivery delivery = fixture.deliver();
    fixture.mail.answer = () -> new Receipt.Sent("250 taken");
    fixture.advance(Duration.ofMinutes(1));
    fixture.returns.take(failed(delivery.id()));
    List<AuditEntry> trail =
        fixture.store.read(
            tx ->
                tx.audit(
                        AuditQuery.builder().kind("delivery").valueId(delivery.id()).build(),
                        new PageRequest(100, Optional.empty(), false))
                    .items());
    assertThat(trail).hasSize(4);
    assertThat(trail).extracting(AuditEntry::version).containsExactly(1L, 2L, 3L, 4L);
  }

  private String token() {
    String address = fixture.html.presentations.get(0).pageAddress().orElseThrow();
    return address.substring(address.lastIndexOf('/') + 1);
  }

  private static ReturnedMail about(Delivery delivery, Kind kind, String status, String said) {
    return new ReturnedMail(
        List.of("bounces+" + delivery.id() + "@service.test"), kind, status, said);
  }
}
