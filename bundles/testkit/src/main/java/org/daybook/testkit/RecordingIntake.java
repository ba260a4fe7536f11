package org.daybook.testkit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.daybook.api.error.DaybookException;
import org.daybook.api.error.FieldError;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.source.IntakeResult;
import org.daybook.api.source.SignalKind;
import org.daybook.api.source.TaskIntake;
import org.daybook.api.source.TaskSignal;

/** Remembers what a source hands over, and keeps to the rules of {@link TaskIntake}. */
public final class RecordingIntake implements TaskIntake {
  private static final int MAX_EXTERNAL_ID = 200;
  private static final int MAX_TITLE = 300;
  private static final int MAX_DESCRIPTION = 10_000;

  private final List<TaskSignal> signals = new ArrayList<>();
  private final Set<List<Object>> known = new HashSet<>();
  private Optional<DaybookException> trouble = Optional.empty();
  private int calls;

  @Override
  public synchronized IntakeResult accept(List<TaskSignal> offered) {
    calls++;
    if (trouble.isPresent()) {
      throw trouble.get();
    }
    List<FieldError> errors = new ArrayList<>();
    for (int i = 0; i < offered.size(); i++) {
      check(offered.get(i), "[" + i + "].", errors);
    }
    if (!errors.isEmpty()) {
      throw new InvalidInputException(errors);
    }
    int taken = 0;
    int unassigned = 0;
    List<String> taskIds = new ArrayList<>();
    for (TaskSignal signal : offered) {
      signals.add(signal);
      if (known.add(List.of(signal.kind(), signal.externalId(), signal.occurrence()))) {
        taken++;
        unassigned += signal.client().isBlank() ? 1 : 0;
      }
      if (!signal.client().isBlank()) {
        taskIds.add("task-" + signal.externalId());
      }
    }
    return new IntakeResult(taken, offered.size() - taken, unassigned, taskIds);
  }

  /** Lets every call throw from now on; empty to accept again. */
  public synchronized void fail(Optional<DaybookException> with) {
    trouble = with;
  }

  /** All that was accepted, in its order, repeats included. */
  public synchronized List<TaskSignal> signals() {
    return List.copyOf(signals);
  }

  /** How often it was called, refusals included. */
  public synchronized int calls() {
    return calls;
  }

  private static void check(TaskSignal signal, String prefix, List<FieldError> errors) {
    if (signal.externalId().isBlank() || signal.externalId().length() > MAX_EXTERNAL_ID) {
      errors.add(new FieldError(prefix + "externalId", "must have 1 to 200 characters"));
    }
    if (signal.title().length() > MAX_TITLE
        || (signal.title().isBlank() && signal.kind() != SignalKind.CLEARED)) {
      errors.add(new FieldError(prefix + "title", "must have 1 to 300 characters"));
    }
    if (signal.description().length() > MAX_DESCRIPTION) {
      errors.add(new FieldError(prefix + "description", "must have at most 10000 characters"));
    }
  }
}
