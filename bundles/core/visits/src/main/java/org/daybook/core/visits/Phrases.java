package org.daybook.core.visits;

import java.util.Locale;
import java.util.Optional;
import org.daybook.api.task.Task;
import org.daybook.api.task.TaskState;

/** The few sentences that a view says by itself, in the client's language. */
final class Phrases {

  private final boolean russian;

  Phrases(Locale language) {
    this.russian = language.getLanguage().equals("ru");
  }

  String skipped(String item, Optional<String> reason) {
    String because = reason.map(text -> " (" + text + ")").orElse("");
    return (russian ? "Не выполнено: " : "Not done: ") + item + because;
  }

  String unanswered(String item) {
    return (russian ? "Нет отметки о выполнении: " : "No answer: ") + item;
  }

  String notChecked() {
    return russian ? "Регламентные работы не проведены" : "The routine work was not done";
  }

  /** What is being done about a condition that is still reported, as its task says. */
  Optional<String> action(Task task) {
    return action(task.state(), task.reason());
  }

  /** The same for a task that is, or was, in a state for a reason. */
  Optional<String> action(TaskState state, Optional<String> reason) {
    return switch (state) {
      case NEW, PLANNED, RETURNED -> Optional.of(russian ? "Запланировано" : "It is planned");
      case IN_PROGRESS -> Optional.of(russian ? "В работе" : "In progress");
      case HANDED_OVER, ACCEPTED ->
          Optional.of(
              (russian ? "Передано специалисту" : "Handed over to a specialist") + why(reason));
      case CARRIED_OVER ->
          Optional.of(
              (russian ? "Перенесено на следующий выезд" : "Carried over to the next visit")
                  + why(reason));
      case DONE, RESOLVED_REMOTELY ->
          Optional.of(
              russian
                  ? "Работы выполнены, мониторинг исправления ещё не подтвердил"
                  : "The work is done; monitoring has not confirmed it yet");
      case NOT_DONE -> Optional.of((russian ? "Не выполнено" : "Not done") + why(reason));
      case CANCELLED -> Optional.of((russian ? "Отменено" : "Cancelled") + why(reason));
      case SELF_RECOVERED -> Optional.empty();
    };
  }

  private static String why(Optional<String> reason) {
    return reason.map(text -> ": " + text).orElse("");
  }
}
