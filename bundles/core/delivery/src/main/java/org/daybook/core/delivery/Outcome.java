package org.daybook.core.delivery;

/** What came of one attempt to deliver. */
sealed interface Outcome {
  /** Over which channel, as far as one was chosen. */
  String channel();

  /** What the server, or we, said. */
  String answer();

  record Sent(String channel, String answer) implements Outcome {}

  /**
   * Tried in vain; the pause grows.
   *
   * @param everything whether nothing can be sent at the moment
   */
  record Deferred(String channel, String answer, boolean everything) implements Outcome {}

  /** Nothing was tried, because a part of the platform is missing. */
  record Waiting(String channel, String answer) implements Outcome {}

  record Refused(String channel, String answer) implements Outcome {}

  /** No letter can be written to this recipient. */
  record Unwritable(String channel, String answer) implements Outcome {}
}
