package org.daybook.sources.monitoring;

import java.util.List;
import org.daybook.api.error.FieldError;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.source.IntakeResult;
import org.daybook.api.source.TaskIntake;
import org.daybook.api.source.TaskSignal;

/** Hands signals over, and names refused fields as the sender knows them. */
final class Intakes {
  private Intakes() {}

  /** Takes the signals of a list with a name: {@code [1].title} becomes {@code NAME[1].title}. */
  static IntakeResult accept(TaskIntake intake, List<TaskSignal> signals, String list) {
    try {
      return intake.accept(signals);
    } catch (InvalidInputException refused) {
      throw new InvalidInputException(
          refused.errors().stream()
              .map(error -> new FieldError(list + error.field(), error.message()))
              .toList());
    }
  }

  /** Takes the one signal that the message is: {@code [0].title} becomes {@code title}. */
  static IntakeResult accept(TaskIntake intake, TaskSignal signal) {
    try {
      return intake.accept(List.of(signal));
    } catch (InvalidInputException refused) {
      throw new InvalidInputException(
          refused.errors().stream()
              .map(
                  error ->
                      new FieldError(error.field().replaceFirst("^\\[0]\\.", ""), error.message()))
              .toList());
    }
  }
}
