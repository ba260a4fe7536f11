package org.daybook.web.rest.body;

import java.time.Instant;
import org.daybook.web.rest.openapi.Required;

/** What came of a check. A problem needs description and action, a skipped check a reason. */
public record AnswerBody(
    @Required Result result, String description, String action, Instant dueAt, String reason) {
  /** What can come of a check. */
  public enum Result {
    OK,
    PROBLEM,
    SKIPPED
  }
}
