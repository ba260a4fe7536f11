package org.daybook.api.diary;

import java.util.Optional;

/** What somebody does with a task. Texts are 1 to 10,000 characters unless said otherwise. */
public sealed interface TaskAction {
  /** Puts it on a visit that is not closed. */
  record Plan(String visitId) implements TaskAction {}

  record Start() implements TaskAction {}

  /**
   * It is done.
   *
   * @param result what was done, in plain words for the client; may be blank
   * @param minutes time spent, to be added; empty if none
   */
  record Done(String result, Optional<Integer> minutes) implements TaskAction {}

  /** It was not done; the reason is required. */
  record NotDone(String reason) implements TaskAction {}

  record AddComment(String text) implements TaskAction {}

  /** Adds 1 to 1440 minutes. */
  record LogTime(int minutes) implements TaskAction {}

  /** Gives it to a specialist (staff id); the reason is required. */
  record HandOver(String specialistId, String reason) implements TaskAction {}

  /** The specialist takes it. */
  record Accept() implements TaskAction {}

  /** The specialist gives it back; the reason is required. */
  record GiveBack(String reason) implements TaskAction {}

  /** It goes to the next visit, from whatever unfinished state; the reason is required. */
  record CarryOver(String reason) implements TaskAction {}

  /** It is not needed any more; the reason is required. */
  record Cancel(String reason) implements TaskAction {}

  /** It was solved without a visit; result and minutes as with {@link Done}. */
  record ResolveRemotely(String result, Optional<Integer> minutes) implements TaskAction {}
}
