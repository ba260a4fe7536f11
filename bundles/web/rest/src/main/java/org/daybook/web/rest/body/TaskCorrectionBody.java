package org.daybook.web.rest.body;

import org.daybook.web.rest.openapi.Required;

/**
 * What became of a task at the visit: the text is the result, or the reason why it was not done.
 * Minutes are all that was spent on it.
 */
public record TaskCorrectionBody(
    @Required String id, @Required Outcome state, @Required String text, Integer minutes) {
  /** What can have become of a task. */
  public enum Outcome {
    DONE,
    NOT_DONE
  }
}
