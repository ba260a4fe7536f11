package org.daybook.api.delivery;

/** What is known after an attempt to send. Each carries the server's answer, for people. */
public sealed interface Receipt {
  String answer();

  /** The next server has taken it; nobody has read it yet. */
  record Sent(String answer) implements Receipt {}

  /**
   * Not now: to be tried again.
   *
   * @param everything whether nothing can be sent at the moment, because what the channel leads to
   *     cannot be reached; otherwise it is about this message alone
   */
  record Deferred(String answer, boolean everything) implements Receipt {
    /** This message alone is put off. */
    public Deferred(String answer) {
      this(answer, false);
    }
  }

  /** Never: trying again is useless. */
  record Refused(String answer) implements Receipt {}
}
