package org.daybook.web.rest.view;

import java.util.List;
import org.daybook.api.source.Assigned;

/**
 * What came of it when somebody said whose a signal is.
 *
 * @param signals how many waited for that
 * @param tasks ids of the tasks they belong to now
 */
public record AssignedView(MappingView mapping, int signals, List<String> tasks) {
  public static AssignedView of(Assigned assigned, Names names) {
    return new AssignedView(
        MappingView.of(assigned.mapping(), names), assigned.signals(), assigned.taskIds());
  }
}
