package org.daybook.web.pages.board.tasks;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.daybook.api.access.Actor;
import org.daybook.api.access.Role;
import org.daybook.api.diary.TaskAction;
import org.daybook.api.diary.TaskChange;
import org.daybook.api.diary.TaskStep;
import org.daybook.api.directory.Client;
import org.daybook.api.error.DaybookException;
import org.daybook.api.error.ForbiddenException;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.source.TaskRequest;
import org.daybook.api.store.ClientQuery;
import org.daybook.api.store.Transaction;
import org.daybook.api.task.Priority;
import org.daybook.api.task.Task;
import org.daybook.web.pages.Parts;
import org.daybook.web.pages.board.Asked;
import org.daybook.web.pages.board.BoardPages;
import org.daybook.web.pages.board.BoardRoute;
import org.daybook.web.pages.board.Chapter;
import org.daybook.web.pages.board.DetailView;
import org.daybook.web.pages.board.Look;
import org.daybook.web.pages.board.Own;
import org.daybook.web.pages.board.SeenVersion;
import org.daybook.web.pages.board.Tried;
import org.daybook.web.pages.board.Words;
import org.daybook.web.pages.board.form.Field;
import org.daybook.web.pages.board.form.Field.Option;
import org.daybook.web.pages.board.form.FormErrors;
import org.daybook.web.pages.board.form.FormView;
import org.daybook.web.pages.board.form.Moments;
import org.daybook.web.pages.http.Answer;
import org.daybook.web.pages.http.Form;
import org.daybook.web.pages.template.Templates;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** One task: what is known of it and what can be done with it; and a new one. */
@Component(service = Chapter.class)
public final class OneTask implements Chapter {
  private static final String PATH = "/board/tasks/{id}";
  private static final String MANAGERS = "managers";

  private final Parts parts;
  private final BoardPages pages;

  @Activate
  public OneTask(@Reference Parts parts, @Reference Templates templates) {
    this.parts = parts;
    this.pages = new BoardPages(parts, templates);
  }

  @Override
  public List<BoardRoute> routes() {
    return List.of(
        BoardRoute.get(PATH, BoardRoute.WORKERS, asked -> page(asked, Tried.NOTHING)),
        BoardRoute.get(TaskList.NEW, BoardRoute.OFFICE, asked -> blank(asked, FormErrors.NONE)),
        BoardRoute.post(TaskList.NEW, BoardRoute.OFFICE, this::add),
        post("assign", BoardRoute.OFFICE),
        post("plan", BoardRoute.ON_SITE),
        post("handover", BoardRoute.ON_SITE),
        post("carry-over", BoardRoute.ON_SITE),
        post("cancel", BoardRoute.ON_SITE),
        post("comment", BoardRoute.WORKERS),
        post("accept", BoardRoute.TAKERS),
        post("done", BoardRoute.TAKERS),
        post("return", BoardRoute.TAKERS));
  }

  private BoardRoute post(String action, Set<Role> roles) {
    return BoardRoute.post(PATH + "/" + action, roles, asked -> act(asked, action));
  }

  private Answer page(Asked asked, Tried tried) {
    Optional<List<TaskStep>> steps =
        parts.historyNow().map(history -> history.of(asked.visitor().actor(), asked.id()));
    TaskPage page =
        pages.read(asked, look -> TaskPage.of(look, asked.id(), asked.root(), tried, steps));
    return tried.errors().on(pages.detail(asked, OneTask.class, withPhotos(asked, page)));
  }

  private DetailView withPhotos(Asked asked, TaskPage page) {
    return page.photos().shots().isEmpty()
        ? page.detail()
        : page.detail().withPiece(pages.part(asked, OneTask.class, "photos.vm", page.photos()));
  }

  private Answer act(Asked asked, String action) {
    asked.requireKey("task-" + action + ":" + asked.id());
    try {
      return pages.once(
          asked,
          () -> {
            act(asked, action, asked.visitor().actor());
            return BoardPages.done(asked, landing(asked), action);
          });
    } catch (ForbiddenException e) {
      return page(asked, forbidden(asked, action));
    } catch (DaybookException e) {
      return page(asked, Tried.of(action, asked, e, words(asked)));
    }
  }

  /** The page of the task, unless it was given away. */
  private String landing(Asked asked) {
    boolean sees =
        pages.read(
            asked,
            look ->
                look.tx()
                    .tasks()
                    .find(asked.id())
                    .filter(task -> Own.isOf(look.actor(), task, look.tx()))
                    .isPresent());
    return sees ? "/board/tasks/" + asked.id() : "/board";
  }

  /** Not theirs to do, or not by now; whoever may not see the task is told so by its page. */
  private static Tried forbidden(Asked asked, String action) {
    Words words = words(asked);
    String why = words.getOr("forbidden." + action, words.get("forbidden"));
    return new Tried(action, asked.sent(), FormErrors.refusal(403, why));
  }

  private Task act(Asked asked, String action, Actor actor) {
    Form sent = asked.sent();
    if (action.equals("assign")) {
      return parts.diary().change(actor, asked.id(), SeenVersion.in(sent), change(asked));
    }
    TaskAction what =
        switch (action) {
          case "plan" -> new TaskAction.Plan(sent.get("visitId"));
          case "handover" -> new TaskAction.HandOver(sent.get("specialistId"), sent.get("reason"));
          case "carry-over" -> new TaskAction.CarryOver(sent.get("reason"));
          case "cancel" -> new TaskAction.Cancel(sent.get("reason"));
          case "comment" -> new TaskAction.AddComment(sent.get("text"));
          case "accept" -> new TaskAction.Accept();
          case "done" -> new TaskAction.Done(sent.get("result"), minutes(sent));
          default -> new TaskAction.GiveBack(sent.get("reason"));
        };
    // What somebody says is right whatever was changed meanwhile.
    OptionalLong seen = action.equals("comment") ? OptionalLong.empty() : SeenVersion.in(sent);
    return parts.diary().act(actor, asked.id(), seen, what);
  }

  private static Optional<Integer> minutes(Form sent) {
    String minutes = sent.get("minutes").strip();
    if (!minutes.isEmpty() && !minutes.matches("\\d{1,6}")) {
      throw new InvalidInputException("minutes", "must be a whole number");
    }
    return Optional.of(minutes).filter(text -> !text.isEmpty()).map(Integer::valueOf);
  }

  /** What its sender changed; the rest may have been changed by somebody else meanwhile. */
  private TaskChange change(Asked asked) {
    Form sent = asked.sent();
    Task task =
        parts.store().read(tx -> tx.tasks().find(asked.id())).orElseThrow(() -> gone(asked));
    TaskChange.Builder change = TaskChange.builder();
    if (FormView.changed(sent, "engineerId")) {
      change.engineerId(sent.said("engineerId"));
    }
    if (FormView.changed(sent, "priority")) {
      change.priority(priority(sent));
    }
    if (FormView.changed(sent, "dueAt")) {
      Optional<Instant> due = moment("dueAt", sent, zone(asked, task.clientId()));
      change.dueAt(due).removeDueAt(due.isEmpty());
    }
    return change.build();
  }

  private static DaybookException gone(Asked asked) {
    return new NotFoundException("task", asked.id());
  }

  private ZoneId zone(Asked asked, String clientId) {
    return parts
        .store()
        .read(tx -> tx.clients().find(clientId))
        .map(Client::zone)
        .orElse(asked.words().zone());
  }

  /** What is chosen, if something is. */
  static Optional<Priority> priority(Form sent) {
    try {
      return Optional.of(sent.get("priority"))
          .filter(text -> !text.isBlank())
          .map(Priority::valueOf);
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException("priority", "is no priority");
    }
  }

  private static Optional<Instant> moment(String field, Form sent, ZoneId zone) {
    Optional<Instant> moment = Moments.parse(sent.get(field), zone);
    if (moment.isEmpty() && !sent.get(field).isBlank()) {
      throw new InvalidInputException(field, FormErrors.NO_MOMENT);
    }
    return moment;
  }

  private Answer blank(Asked asked, FormErrors errors) {
    NewTaskView view = pages.read(asked, look -> form(look, asked, errors));
    String title = words(asked).get("task.new");
    return errors.on(pages.page(asked, OneTask.class, "new.vm", title, view));
  }

  private static NewTaskView form(Look look, Asked asked, FormErrors errors) {
    Words words = words(asked);
    Choices choices = new Choices(look);
    List<String> clients =
        look.tx().clients().all(ClientQuery.builder().active(true).build()).stream()
            .map(Client::id)
            .toList();
    String key = asked.visitor().key("task-new");
    // Named here, so that a form that is sent twice makes one task.
    String name = asked.sent().get("externalId");
    List<Option> visits = clients.isEmpty() ? List.of() : choices.visits(clients, Optional.empty());
    FormView form =
        new FormView.Builder(words, asked.sent(), errors)
            .hidden("externalId", name.isBlank() ? "board-" + UUID.randomUUID() : name)
            .choice(
                "client",
                choices.orNone("bulk.choose", choices.clientCodes()),
                asked.sent().get("client"))
            .required("title", Field.Kind.LINE, "")
            .optional("description", Field.Kind.TEXT, "")
            .optional("asset", Field.Kind.LINE, "")
            .choice("priority", choices.priorities(), Priority.NORMAL.name())
            .optional("dueAt", Field.Kind.MOMENT, "")
            .choice("engineerId", choices.orNone("person.usual", choices.staff(Role.ENGINEER)), "")
            .choice("visitId", choices.orNone("visit.none", visits), "")
            .build("new", asked.root() + "board/tasks/new", key, words.get("task.new.button"));
    return new NewTaskView(asked.root() + "board/tasks?state=", form);
  }

  /**
   * The page of the form.
   *
   * @param back address of the list
   */
  public record NewTaskView(String back, FormView form) {}

  private Answer add(Asked asked) {
    asked.requireKey("task-new");
    try {
      Task task = parts.intake().submit(MANAGERS, request(asked.sent()), asked.visitor().actor());
      return BoardPages.done(asked, "/board/tasks/" + task.id(), "created");
    } catch (DaybookException e) {
      return blank(asked, FormErrors.of(e, words(asked)));
    }
  }

  private TaskRequest request(Form sent) {
    Optional<Client> client =
        sent.said("client")
            .flatMap(code -> parts.store().read((Transaction tx) -> client(tx, code)));
    return TaskRequest.builder()
        .externalId(sent.said("externalId"))
        .client(sent.said("client"))
        .asset(sent.said("asset"))
        .title(sent.said("title"))
        .description(sent.said("description"))
        .priority(priority(sent))
        .dueAt(moment("dueAt", sent, client.map(Client::zone).orElse(ZoneOffset.UTC)))
        .engineerId(sent.said("engineerId"))
        .visitId(sent.said("visitId"))
        .build();
  }

  private static Optional<Client> client(Transaction tx, String code) {
    return tx.clients().first(ClientQuery.builder().code(code).build());
  }

  private static Words words(Asked asked) {
    return asked.words().of(OneTask.class);
  }
}
