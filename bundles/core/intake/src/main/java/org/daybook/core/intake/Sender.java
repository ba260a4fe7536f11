package org.daybook.core.intake;

import java.util.function.IntFunction;
import org.daybook.api.access.Actor;

/**
 * Who hands signals over, and how he is to be answered.
 *
 * @param source the id of the source
 * @param actor whom the audit trail names
 * @param strict whether what is not known is refused, because a person waits for the answer, or
 *     kept as it is, because a machine would only repeat it
 * @param prefix of the fields of the signal with an index
 */
record Sender(String source, Actor actor, boolean strict, IntFunction<String> prefix) {

  static Sender machine(String source) {
    return new Sender(source, Actor.system("source:" + source), false, i -> "[" + i + "].");
  }

  static Sender person(String source, Actor author) {
    return new Sender(source, author, true, i -> "");
  }
}
