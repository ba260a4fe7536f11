package org.daybook.core.control;

import java.util.Optional;

/**
 * Something that somebody has to hear of.
 *
 * @param key names it among the facts of its kind: {@code visit:ID}
 * @param subject what happened and what to do, in a sentence that says the same at every look
 * @param recipientId staff id; empty for the operators
 */
record Fact(String key, String subject, Optional<String> recipientId) {
  /** Ends the key of what an engineer is told beside their manager, who acts if they do not. */
  static final String FOR_ENGINEER = ":engineer";

  /** What a key such as {@code visit:ID} or {@code visit:ID:half} names. */
  static String id(String key) {
    return key.split(":", 3)[1];
  }
}
