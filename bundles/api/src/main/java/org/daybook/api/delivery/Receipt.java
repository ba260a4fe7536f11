package org.daybook.api.delivery;

/** What is known after an attempt to send. Each carries the server's answer, for people. */
public sealed interface Receipt {
  String answer();

  /** The next server has taken it; nobody has read it yet. */
  record Sent(String answer) implements Receipt {}

  /** Not now: to be tried again. */
  record Deferred(String answer) implements Receipt {}

  /** Never: trying again is useless. */
  record Refused(String answer) implements Receipt {}
}
