package org.daybook.core.delivery;

import java.util.Optional;
import org.daybook.api.delivery.Dispatch;
import org.daybook.api.delivery.Receipt;
import org.daybook.api.plugin.PluginResult;

/** Gives a written message to a channel. */
final class Sender {
  private final Channels channels;
  private final Settings settings;

  Sender(Channels channels, Settings settings) {
    this.channels = channels;
    this.settings = settings;
  }

  /**
   * Sends.
   *
   * @param id of the delivery or letter; a bounce names it
   */
  Outcome send(String id, String recipient, Channels.Choice.Use use, byte[] message) {
    Dispatch dispatch = new Dispatch(id, settings.bounceAddressOf(id), recipient, message);
    PluginResult<Receipt> result = channels.send(use, dispatch);
    if (result instanceof PluginResult.Failed<Receipt> failed) {
      return new Outcome.Deferred(use.id(), failed.sentence(), false);
    }
    Receipt receipt = ((PluginResult.Answered<Receipt>) result).value();
    String answer = Optional.ofNullable(receipt.answer()).orElse("");
    if (receipt instanceof Receipt.Sent) {
      return new Outcome.Sent(use.id(), answer);
    }
    return receipt instanceof Receipt.Deferred deferred
        ? new Outcome.Deferred(use.id(), answer, deferred.everything())
        : new Outcome.Refused(use.id(), answer);
  }
}
