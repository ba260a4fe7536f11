package org.daybook.web.pages.board.tasks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daybook.api.access.Role;
import org.daybook.api.diary.Project;
import org.daybook.api.directory.Client;
import org.daybook.api.directory.StaffMember;
import org.daybook.api.store.ClientQuery;
import org.daybook.api.store.PageRequest;
import org.daybook.api.store.ProjectQuery;
import org.daybook.api.store.StaffQuery;
import org.daybook.api.store.VisitQuery;
import org.daybook.api.task.Priority;
import org.daybook.api.task.TaskState;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitState;
import org.daybook.web.pages.board.Look;
import org.daybook.web.pages.board.Words;
import org.daybook.web.pages.board.form.Field.Option;

/** What can be chosen in the forms about tasks. */
final class Choices {
  private static final Set<VisitState> OPEN_VISITS =
      Stream.of(VisitState.values())
          .filter(state -> !state.isClosed())
          .filter(state -> state != VisitState.MISSED && state != VisitState.CANCELLED)
          .collect(Collectors.toCollection(() -> EnumSet.noneOf(VisitState.class)));

  /** Who plans further ahead does it on the page of the task. */
  private static final Duration LONG_OPEN = Duration.ofDays(60);

  private static final List<String> KNOWN_SOURCES =
      List.of("monitoring", "managers", "client", "remote", "routine");

  private final Look look;
  private final Words words;

  Choices(Look look) {
    this.look = look;
    this.words = look.words().of(Choices.class);
  }

  /** The same with one more before them that stands for none. */
  List<Option> orNone(String key, List<Option> options) {
    List<Option> all = new ArrayList<>();
    all.add(new Option("", words.get(key)));
    all.addAll(options);
    return all;
  }

  List<Option> clients() {
    return sorted(
        look.tx().clients().all(ClientQuery.builder().active(true).build()),
        Client::id,
        Client::name);
  }

  /** With the code as the value, which is how signals name a client. */
  List<Option> clientCodes() {
    return sorted(
        look.tx().clients().all(ClientQuery.builder().active(true).build()),
        Client::code,
        Client::name);
  }

  /** Who works. */
  List<Option> staff(Role role) {
    return staff(role, true);
  }

  /**
   * Who works, and who has it now, even if they have left since.
   *
   * @param now empty if nobody has it
   */
  List<Option> staff(Role role, Optional<String> now) {
    return withPresent(now.orElse(""), staff(role), id -> left(look.nameOf(id)));
  }

  /** Who works, then who has left: what they had is there still. */
  List<Option> everyone(Role role) {
    return Stream.concat(
            staff(role).stream(),
            staff(role, false).stream()
                .map(option -> new Option(option.value(), left(option.label()))))
        .toList();
  }

  private List<Option> staff(Role role, boolean active) {
    return sorted(
        look.tx().staff().all(StaffQuery.builder().addRoles(role).active(active).build()),
        StaffMember::id,
        StaffMember::name);
  }

  private String left(String name) {
    return words.get("person.left", name);
  }

  /**
   * What is chosen at the moment is among the options, whatever else can be chosen by now: else a
   * browser would choose another by itself.
   *
   * @param now blank for none
   * @param label what such a one is called
   */
  static List<Option> withPresent(
      String now, List<Option> options, Function<String, String> label) {
    if (now.isBlank() || options.stream().anyMatch(option -> option.value().equals(now))) {
      return options;
    }
    return Stream.concat(options.stream(), Stream.of(new Option(now, label.apply(now)))).toList();
  }

  /** Open ones of a client, or of all. */
  List<Option> projects(Optional<String> clientId) {
    ProjectQuery query =
        ProjectQuery.builder()
            .clientId(clientId)
            .states(
                EnumSet.complementOf(EnumSet.of(Project.State.FINISHED, Project.State.CANCELLED)))
            .build();
    return sorted(
        look.tx().projects().all(query),
        Project::id,
        project ->
            clientId.isPresent()
                ? project.title()
                : look.clientName(project.clientId()) + ": " + project.title());
  }

  List<Option> sources(Collection<String> present) {
    Set<String> ids = new TreeSet<>(present);
    KNOWN_SOURCES.forEach(ids::remove);
    return Stream.concat(KNOWN_SOURCES.stream(), ids.stream())
        .map(id -> new Option(id, words.getOr("source." + id, id)))
        .toList();
  }

  List<Option> states() {
    return Stream.of(TaskState.values())
        .map(state -> new Option(state.name(), words.get("task." + state)))
        .toList();
  }

  List<Option> priorities() {
    return Stream.of(Priority.values())
        .map(priority -> new Option(priority.name(), words.get("priority." + priority)))
        .toList();
  }

  /** Visits that take tasks, soonest first; of one client, or of some. */
  List<Option> visits(Collection<String> clientIds, Optional<String> engineerId) {
    VisitQuery query =
        VisitQuery.builder()
            .clientId(
                clientIds.size() == 1 ? Optional.of(clientIds.iterator().next()) : Optional.empty())
            .engineerId(engineerId)
            .states(OPEN_VISITS)
            .from(look.now().minus(LONG_OPEN))
            .build();
    return look
        .tx()
        .visits()
        .list(query, new PageRequest(PageRequest.MAX_SIZE, Optional.empty(), false))
        .items()
        .stream()
        .filter(visit -> clientIds.contains(visit.clientId()))
        .map(visit -> new Option(visit.id(), label(visit, clientIds.size() > 1)))
        .toList();
  }

  private String label(Visit visit, boolean withClient) {
    String client = withClient ? look.clientName(visit.clientId()) + ": " : "";
    return client
        + look.moment(visit.plannedFor(), visit.clientId())
        + ", "
        + look.nameOf(visit.engineerId());
  }

  private static <T> List<Option> sorted(
      List<T> values, Function<T, String> id, Function<T, String> label) {
    return values.stream()
        .map(value -> new Option(id.apply(value), label.apply(value)))
        .sorted(Comparator.comparing(Option::label, String.CASE_INSENSITIVE_ORDER))
        .toList();
  }
}
