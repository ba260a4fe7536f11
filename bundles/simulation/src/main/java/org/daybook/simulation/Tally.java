package org.daybook.simulation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.daybook.api.task.TaskState;

/** What happened, as those who did it remember; the store must say the same. */
final class Tally {
  /** How many tasks came from each source. */
  final Map<String, Integer> raised = new TreeMap<>();

  /** How each task ended whose end somebody saw to. */
  final Map<String, TaskState> ended = new HashMap<>();

  final Set<String> closedVisits = new HashSet<>();
  final Set<String> emergencies = new HashSet<>();
  final Set<String> disputes = new HashSet<>();

  /** How many visits came into the calendar by plans. */
  int planned;

  int requests;
  int solvedRemotely;
  int unmet;

  void raised(String source) {
    raised.merge(source, 1, Integer::sum);
  }
}
