package org.daybook.core.visits;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.daybook.api.task.Task;
import org.daybook.api.task.TaskState;
import org.daybook.api.visit.OpenItem;

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

  /** A gap over which a visit was closed, and what to do about it. */
  String violation(String client, ZonedDateTime arrived, OpenItem item) {
    Locale language = russian ? Locale.forLanguageTag("ru") : Locale.ENGLISH;
    String day = DateTimeFormatter.ofPattern("d MMMM", language).format(arrived);
    String on = item.asset().map(asset -> " (" + asset + ")").orElse("");
    if (russian) {
      String gap =
          switch (item.kind()) {
            case TASK -> "у задачи «%s»%s нет результата".formatted(item.title(), on);
            case CHECK -> "нет отметки о выполнении «%s»%s".formatted(item.title(), on);
            case REGULATION -> "не получен регламент: " + item.title().replaceFirst("\\.$", "");
          };
      return "Выезд %s (%s) закрыт, хотя %s. Поговорите с инженером.".formatted(day, client, gap);
    }
    String gap =
        switch (item.kind()) {
          case TASK -> "the task “%s”%s has no outcome".formatted(item.title(), on);
          case CHECK -> "“%s”%s was not answered".formatted(item.title(), on);
          case REGULATION ->
              "a regulation was not asked for: " + item.title().replaceFirst("\\.$", "");
        };
    return "The visit of %s (%s) was closed although %s. Talk to the engineer."
        .formatted(day, client, gap);
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
