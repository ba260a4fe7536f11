package org.daybook.web.pages.board.deliveries;

import java.util.Optional;
import org.daybook.api.delivery.DeliveryState;
import org.daybook.web.pages.board.Words;

/**
 * Says what became of something that was sent, where the page knows the channel better than its
 * answer tells: what a channel answers is for operators.
 */
final class Went {
  private Went() {}

  /** Blank if the answer has to do. */
  static String of(Words words, String channel, DeliveryState state) {
    return words.getOr("went." + channel + "." + state, "");
  }

  /** The same, or else the answer. */
  static String orAnswer(
      Words words, String channel, DeliveryState state, Optional<String> answer) {
    String said = of(words, channel, state);
    return said.isEmpty() ? answer.orElse("") : said;
  }
}
