package org.daybook.api.source;

import java.util.List;

/**
 * What came of it when somebody said whose a signal is.
 *
 * @param mapping what is remembered
 * @param signals how many signals waited for that, at least 1
 * @param taskIds the tasks they belong to now, each once
 */
public record Assigned(SignalMapping mapping, int signals, List<String> taskIds) {
  public Assigned {
    taskIds = List.copyOf(taskIds);
  }
}
