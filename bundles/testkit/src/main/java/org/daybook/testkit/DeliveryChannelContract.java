package org.daybook.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.daybook.api.delivery.DeliveryChannel;
import org.daybook.api.delivery.Dispatch;
import org.daybook.api.delivery.Receipt;
import org.junit.Test;

/** What every {@link DeliveryChannel} must do. */
public abstract class DeliveryChannelContract {
  /** A channel that is configured, and whose other side takes messages. */
  protected abstract DeliveryChannel createChannel() throws Exception;

  /** Each message that arrived at the other side of {@link #createChannel}, in any order. */
  protected abstract List<byte[]> arrived() throws Exception;

  /** A channel that is not configured; empty if that cannot be. */
  protected Optional<DeliveryChannel> createUnconfiguredChannel() throws Exception {
    return Optional.empty();
  }

  /** A channel that is configured, and whose other side does not answer; empty if it has none. */
  protected Optional<DeliveryChannel> createUnreachableChannel() throws Exception {
    return Optional.empty();
  }

  @Test
  public void itsIdIsANameForMachines() throws Exception {
    assertThat(createChannel().id()).matches("[a-z0-9-]{1,40}");
  }

  @Test
  public void whatItSendsArrivesByteForByte() throws Exception {
    Receipt receipt = createChannel().send(Examples.dispatch());
    assertThat(receipt).isInstanceOf(Receipt.Sent.class);
    assertThat(receipt.answer()).isNotBlank();
    assertThat(arrived()).hasSize(1);
    assertThat(latin(arrived().get(0)))
        .contains(latin(Examples.dispatch().message()).stripTrailing());
  }

  @Test
  public void sendingTheSameAgainIsHarmless() throws Exception {
    DeliveryChannel channel = createChannel();
    assertThat(channel.send(Examples.dispatch())).isInstanceOf(Receipt.Sent.class);
    assertThat(channel.send(Examples.dispatch())).isInstanceOf(Receipt.Sent.class);
    assertThat(arrived())
        .isNotEmpty()
        .allMatch(
            message ->
                latin(message).contains(latin(Examples.dispatch().message()).stripTrailing()));
  }

  @Test
  public void itSendsOnManyThreads() throws Exception {
    DeliveryChannel channel = createChannel();
    List<Receipt> receipts =
        Together.onThreads(
            thread ->
                () -> {
                  Dispatch pattern = Examples.dispatch();
                  return channel.send(
                      new Dispatch(
                          "delivery-" + thread,
                          pattern.envelopeSender(),
                          pattern.recipient(),
                          pattern.message()));
                });
    assertThat(receipts).allMatch(Receipt.Sent.class::isInstance);
    assertThat(arrived()).hasSize(Together.THREADS);
  }

  @Test
  public void aRecipientThatIsNoAddressGetsNothing() throws Exception {
    Dispatch pattern = Examples.dispatch();
    for (String recipient :
        List.of(
            "anna@romashka.test\r\nRCPT TO:<other@romashka.test>",
            "anna@romashka.test\nBcc: other@romashka.test",
            "")) {
      Optional<Receipt> receipt =
          attempt(
              new Dispatch(
                  pattern.deliveryId(), pattern.envelopeSender(), recipient, pattern.message()));
      assertThat(receipt.filter(Receipt.Sent.class::isInstance)).isEmpty();
    }
    assertThat(arrived()).isEmpty();
  }

  @Test
  public void aChannelThatIsNotConfiguredIsNotReady() throws Exception {
    assertThat(createChannel().ready()).isTrue();
    Optional<DeliveryChannel> unconfigured = createUnconfiguredChannel();
    if (unconfigured.isPresent()) {
      assertThat(unconfigured.get().ready()).isFalse();
    }
  }

  @Test
  public void ifTheOtherSideDoesNotAnswerItIsTriedAgainLater() throws Exception {
    Optional<DeliveryChannel> unreachable = createUnreachableChannel();
    if (unreachable.isPresent()) {
      Receipt receipt = unreachable.get().send(Examples.dispatch());
      assertThat(receipt).isInstanceOf(Receipt.Deferred.class);
      assertThat(receipt.answer()).isNotBlank();
    }
  }

  /** What came of it; empty if it threw, which the platform takes as a failure too. */
  private Optional<Receipt> attempt(Dispatch dispatch) throws Exception {
    DeliveryChannel channel = createChannel();
    try {
      return Optional.of(channel.send(dispatch));
    } catch (Exception e) {
      return Optional.empty();
    }
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
