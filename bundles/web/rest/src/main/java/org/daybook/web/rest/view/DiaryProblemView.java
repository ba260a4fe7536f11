package org.daybook.web.rest.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.daybook.api.visit.Problem;

/**
 * A problem that stands on a piece of equipment.
 *
 * @param item the item of the regulation that it was found by
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DiaryProblemView(String item, String description, String action, Instant dueAt) {
  static DiaryProblemView of(Problem problem) {
    return new DiaryProblemView(
        problem.itemId(), problem.description(), problem.action(), problem.dueAt().orElse(null));
  }
}
