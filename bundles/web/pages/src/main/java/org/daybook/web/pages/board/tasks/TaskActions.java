package org.daybook.web.pages.board.tasks;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.daybook.api.access.Actor;
import org.daybook.api.access.Role;
import org.daybook.api.directory.Client;
import org.daybook.api.task.Task;
import org.daybook.api.task.TaskEvent;
import org.daybook.api.task.TaskState;
import org.daybook.web.pages.board.Action;
import org.daybook.web.pages.board.BoardRoute;
import org.daybook.web.pages.board.Look;
import org.daybook.web.pages.board.Own;
import org.daybook.web.pages.board.Tried;
import org.daybook.web.pages.board.Words;
import org.daybook.web.pages.board.form.Field;
import org.daybook.web.pages.board.form.Field.Option;
import org.daybook.web.pages.board.form.FormView;

/** What somebody may do with a task as it stands, each a form. */
final class TaskActions {
  private final Look look;
  private final String root;
  private final Task task;
  private final Tried tried;
  private final Words words;
  private final Choices choices;
  private final List<Action> actions = new ArrayList<>();

  private TaskActions(Look look, String root, Task task, Tried tried) {
    this.look = look;
    this.root = root;
    this.task = task;
    this.tried = tried;
    this.words = look.words().of(TaskActions.class);
    this.choices = new Choices(look);
  }

  /**
   * The forms.
   *
   * @param tried what was just refused
   */
  static List<Action> of(Look look, String root, Task task, Tried tried) {
    return new TaskActions(look, root, task, tried).all();
  }

  private List<Action> all() {
    if (isFor(BoardRoute.TAKERS) && mayTake()) {
      add("accept", TaskEvent.ACCEPT, form("accept"));
      if (task.state() == TaskState.ACCEPTED) {
        add(
            "done",
            TaskEvent.FINISH,
            form("done")
                .optional("result", Field.Kind.TEXT, "")
                .optional("minutes", Field.Kind.NUMBER, ""));
      }
      add("return", TaskEvent.RETURN, reasoned("return"));
    }
    if (Own.seesAll(actor()) && !task.state().isFinal()) {
      add("assign", assign());
    }
    if (isFor(BoardRoute.ON_SITE)) {
      if (task.state().on(TaskEvent.PLAN).isPresent()) {
        plan();
      }
    }
    boolean inHand = Own.isInHandOf(actor(), task, look.tx());
    if (inHand && isFor(BoardRoute.ON_SITE)) {
      add(
          "handover",
          TaskEvent.HAND_OVER,
          form("handover")
              .choice(
                  "specialistId", choices.orNone("bulk.choose", choices.staff(Role.SPECIALIST)), "")
              .required("reason", Field.Kind.TEXT, ""));
      if (mayBeCarriedOver()) {
        add("carry-over", reasoned("carry-over"));
      }
    }
    if (inHand) {
      add("comment", form("comment").required("text", Field.Kind.TEXT, ""));
    }
    boolean withSpecialist = task.state() == TaskState.ACCEPTED && !Own.seesAll(actor());
    if (inHand && !withSpecialist && isFor(BoardRoute.ON_SITE)) {
      add("cancel", TaskEvent.CANCEL, reasoned("cancel"));
    }
    if (task.state().isFinal()) {
      actions.add(Action.note(words.get("task.over")));
    }
    return actions;
  }

  private void plan() {
    Optional<String> own = Own.seesAll(actor()) ? Optional.empty() : Optional.of(actor().id());
    List<Option> visits = choices.visits(Set.of(task.clientId()), own);
    if (visits.isEmpty()) {
      actions.add(Action.note(words.get("plan.none")));
    } else {
      String now = task.state() == TaskState.PLANNED ? task.visitId().orElse("") : "";
      add("plan", form("plan").choice("visitId", visits, now));
    }
  }

  private FormView.Builder assign() {
    List<Option> engineers = choices.staff(Role.ENGINEER, task.engineerId());
    // It cannot be taken from somebody without being given to somebody else.
    boolean free = task.engineerId().isEmpty();
    return form("assign")
        .remembering()
        .choice(
            "engineerId",
            free ? choices.orNone("person.none", engineers) : engineers,
            task.engineerId().orElse(""))
        .choice("priority", choices.priorities(), task.priority().name())
        .optional("dueAt", Field.Kind.MOMENT, due());
  }

  private String due() {
    ZoneId zone = look.client(task.clientId()).map(Client::zone).orElse(words.zone());
    return task.dueAt()
        .map(at -> LocalDateTime.ofInstant(at, zone).truncatedTo(ChronoUnit.MINUTES).toString())
        .orElse("");
  }

  /** With the specialist, or for a manager in their place. */
  private boolean mayTake() {
    return Own.seesAll(actor()) || task.specialistId().equals(Optional.of(actor().id()));
  }

  private boolean mayBeCarriedOver() {
    return switch (task.state()) {
      case PLANNED, IN_PROGRESS, NOT_DONE -> true;
      case RETURNED -> task.visitId().isPresent();
      default -> false;
    };
  }

  private boolean isFor(Set<Role> roles) {
    return roles.contains(actor().role());
  }

  private Actor actor() {
    return look.actor();
  }

  private FormView.Builder reasoned(String name) {
    return form(name).required("reason", Field.Kind.TEXT, "");
  }

  private FormView.Builder form(String name) {
    return tried.form(name, words).hidden("version", String.valueOf(task.version()));
  }

  private void add(String name, TaskEvent event, FormView.Builder form) {
    if (task.state().on(event).isPresent()) {
      add(name, form);
    }
  }

  private void add(String name, FormView.Builder form) {
    actions.add(
        Action.of(
            words.get("do." + name),
            words.getOr("do." + name + ".note", ""),
            form.build(
                name,
                root + "board/tasks/" + task.id() + "/" + name,
                look.visitor().key("task-" + name + ":" + task.id()),
                words.get("do." + name + ".button"))));
  }
}
