package org.daybook.web.pages.board.tasks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daybook.api.access.Role;
import org.daybook.api.diary.Project;
import org.daybook.api.diary.SavedView;
import org.daybook.api.error.DaybookException;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.source.SourceStatus;
import org.daybook.api.store.Page;
import org.daybook.api.store.PageRequest;
import org.daybook.api.store.TaskQuery;
import org.daybook.api.task.Priority;
import org.daybook.api.task.Task;
import org.daybook.api.visit.Visit;
import org.daybook.web.pages.Assets;
import org.daybook.web.pages.Parts;
import org.daybook.web.pages.board.Address;
import org.daybook.web.pages.board.Asked;
import org.daybook.web.pages.board.Details;
import org.daybook.web.pages.board.Look;
import org.daybook.web.pages.board.Words;
import org.daybook.web.pages.board.form.Field;
import org.daybook.web.pages.board.form.Field.Option;
import org.daybook.web.pages.http.Form;
import org.daybook.web.pages.template.SafeHtml;

/** Reads the list of tasks as a filter asks for it. */
final class TaskList {
  static final String PATH = "/board/tasks";
  static final String FOUND = PATH + "/found";
  static final String BULK = PATH + "/bulk";
  static final String VIEWS = PATH + "/views";
  static final String NEW = PATH + "/new";

  private static final int PART = 50;

  private final Look look;
  private final Asked asked;
  private final TaskFilter filter;
  private final Choices choices;
  private final Words words;

  TaskList(Look look, Asked asked, TaskFilter filter) {
    this.look = look;
    this.asked = asked;
    this.filter = filter;
    this.choices = new Choices(look);
    this.words = asked.words().of(TaskList.class);
  }

  /** The page around the list. */
  TaskListView page(String count, SafeHtml found, List<SavedView> views, Parts parts) {
    String current = filter.text();
    List<Field> more = more(parts);
    return new TaskListView(
        href(PATH),
        href(FOUND),
        field("q", Field.Kind.LINE, List.of()),
        filters(),
        more,
        more.stream().anyMatch(field -> !field.value().isBlank()),
        views.stream().map(view -> kept(view, current)).toList(),
        href(VIEWS),
        asked.visitor().key("views"),
        current,
        href(Address.of(NEW, Address.query(Map.of("client", codeOf(filter.get("client")))))),
        Assets.href(asked.root(), "search.js"),
        count,
        found);
  }

  private TaskListView.Kept kept(SavedView view, String current) {
    return new TaskListView.Kept(
        view.id(),
        view.name(),
        view.id().equals(asked.id()) ? asked.sent().get("name") : view.name(),
        href(Address.of(PATH, view.query().isBlank() ? "state=" : view.query())),
        view.query().equals(current),
        view.preferred());
  }

  private List<Field> filters() {
    return List.of(
        choice("client", "any.client", choices.clients(), look::clientName),
        field("state", Field.Kind.CHOICE, states()),
        choice("engineer", "any.person", engineers(), look::nameOf),
        field("sort", Field.Kind.CHOICE, sorts()),
        field("overdue", Field.Kind.BOX, List.of()));
  }

  private List<Field> more(Parts parts) {
    Optional<String> client = Optional.of(filter.get("client")).filter(text -> !text.isEmpty());
    return List.of(
        choice("priority", "any.priority", choices.priorities(), id -> id),
        choice("specialist", "any.person", choices.everyone(Role.SPECIALIST), look::nameOf),
        choice("source", "any.source", choices.sources(sources(parts)), id -> id),
        choice("project", "any.project", choices.projects(client), this::project),
        choice(
            "visit",
            "any.visit",
            List.of(
                new Option(TaskFilter.WITH, words.get("visit.with")),
                new Option(TaskFilter.WITHOUT, words.get("visit.without"))),
            id -> id),
        field("dueFrom", Field.Kind.DATE, List.of()),
        field("dueUntil", Field.Kind.DATE, List.of()));
  }

  private List<Option> engineers() {
    return Stream.concat(
            Stream.of(new Option(TaskFilter.NOBODY, words.get("person.without"))),
            choices.everyone(Role.ENGINEER).stream())
        .toList();
  }

  private String project(String id) {
    return look.tx().projects().find(id).map(Project::title).orElse(id);
  }

  private static List<String> sources(Parts parts) {
    try {
      return parts.intake().sources().stream().map(SourceStatus::id).toList();
    } catch (DaybookException away) {
      return List.of();
    }
  }

  private List<Option> states() {
    return Stream.concat(
            Stream.of(
                new Option("", words.get("state.open")),
                new Option(TaskFilter.ALL, words.get("state.all"))),
            choices.states().stream())
        .toList();
  }

  private List<Option> sorts() {
    return List.of(
        new Option("", words.get("sort.due")),
        new Option(TaskFilter.BY_PRIORITY, words.get("sort.priority")),
        new Option(TaskFilter.NEWEST, words.get("sort.new")),
        new Option(TaskFilter.OLDEST, words.get("sort.old")));
  }

  /**
   * A list to choose from, with what narrows now: a link may name what cannot be chosen any more.
   *
   * @param label what such a one is called
   */
  private Field choice(
      String name, String any, List<Option> options, Function<String, String> label) {
    List<Option> all = Choices.withPresent(filter.get(name), options, label);
    return field(name, Field.Kind.CHOICE, orAny(any, all));
  }

  private List<Option> orAny(String any, List<Option> options) {
    return Stream.concat(Stream.of(new Option("", words.get(any))), options.stream()).toList();
  }

  private Field field(String name, Field.Kind kind, List<Option> options) {
    return new Field(
        name, kind, words.get("filter." + name), "", filter.get(name), false, options, "");
  }

  /**
   * The list itself.
   *
   * @param sent with which part of it, or which boxes are ticked
   * @param problem what is wrong with what was sent; blank if nothing is
   */
  FoundView found(Form sent, String problem) {
    Optional<TaskQuery> query = filter.query(look.now(), words.zone());
    Page<Task> page =
        query
            .map(each -> look.withNames(part(each, sent)))
            .orElse(new Page<>(List.of(), Optional.empty()));
    long count = query.map(look.tx().tasks()::count).orElse(0L);
    Set<String> clients =
        page.items().stream().map(Task::clientId).collect(Collectors.toCollection(TreeSet::new));
    String after = sent.get("after");
    return new FoundView(
        words.get("found", count),
        ignored(),
        page.items().stream().map(task -> row(task, sent)).toList(),
        after.isBlank() ? "" : href(Address.of(PATH, orOpen(filter.text()))),
        page.next().map(next -> partHref("after", next)).orElse(""),
        tickAll(after),
        filter.text(),
        after,
        href(BULK),
        asked.visitor().key("bulk"),
        choices.staff(Role.ENGINEER),
        clients.isEmpty() ? List.of() : choices.visits(clients, Optional.empty()),
        choices.staff(Role.SPECIALIST),
        choices.priorities(),
        href(VIEWS),
        asked.visitor().key("views"),
        problem,
        // What narrows the list has fields of the same names; a form that was sent has its key.
        sent.get("key").isBlank() ? Form.EMPTY : sent,
        asked.path().equals(VIEWS));
  }

  private Page<Task> part(TaskQuery query, Form sent) {
    Optional<String> after = Optional.of(sent.get("after")).filter(text -> !text.isBlank());
    try {
      return look.tx().tasks().list(query, new PageRequest(PART, after, filter.newestFirst()));
    } catch (InvalidInputException noCursor) {
      return look.tx()
          .tasks()
          .list(query, new PageRequest(PART, Optional.empty(), filter.newestFirst()));
    }
  }

  private String ignored() {
    return filter.wrong().isEmpty()
        ? ""
        : words.get(
            "ignored",
            filter.wrong().stream()
                .map(field -> words.get("filter." + field))
                .collect(Collectors.joining(", ")));
  }

  private String partHref(String name, String value) {
    String more = Address.query(Map.of(name, value));
    return href(Address.of(PATH, filter.text().isBlank() ? more : filter.text() + "&" + more));
  }

  private String tickAll(String after) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("after", after);
    fields.put("tick", "all");
    String more = Address.query(fields);
    String text = filter.text();
    return href(Address.of(PATH, text.isBlank() ? more : text + "&" + more)) + "#found";
  }

  /** Who asks for nothing gets the list that they prefer. */
  private static String orOpen(String text) {
    return text.isBlank() ? "state=" : text;
  }

  private FoundView.Row row(Task task, Form sent) {
    boolean urgent = task.priority().compareTo(Priority.NORMAL) > 0;
    return new FoundView.Row(
        task.id(),
        task.version(),
        sent.get("tick").equals("all") || !sent.get("task." + task.id()).isEmpty(),
        task.title(),
        look.link(PATH + "/" + task.id()),
        look.clientName(task.clientId()),
        look.link("/board/clients/" + task.clientId()),
        look.moment(task.dueAt(), task.clientId()),
        task.overdueAt(look.now()),
        urgent ? words.get("priority." + task.priority()) : "",
        task.priority() == Priority.URGENT ? "bad" : "watch",
        words.get("task." + task.state()),
        Details.tone(task, look),
        who(task),
        words.getOr("source." + task.source(), task.source()),
        task.visitId()
            .flatMap(look.tx().visits()::find)
            .map(Visit::plannedFor)
            .map(at -> look.moment(at, task.clientId()))
            .orElse(""));
  }

  private String who(Task task) {
    Stream<String> people =
        task.specialistId().isPresent()
            ? Stream.of(task.specialistId().get())
            : task.engineerId().stream();
    return people.map(look::nameOf).collect(Collectors.joining(", "));
  }

  private String codeOf(String clientId) {
    return look.client(clientId).map(client -> client.code()).orElse("");
  }

  private String href(String path) {
    return asked.root() + path.substring(1);
  }
}
