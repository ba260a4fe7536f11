package org.daybook.web.pages.board;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daybook.api.directory.Client;
import org.daybook.api.directory.Contact;
import org.daybook.api.dispute.DisputeState;
import org.daybook.api.store.ContactQuery;
import org.daybook.api.store.DisputeQuery;
import org.daybook.api.store.PageRequest;
import org.daybook.api.store.TaskQuery;
import org.daybook.api.store.VisitQuery;
import org.daybook.api.task.Task;
import org.daybook.api.task.TaskState;
import org.daybook.api.visit.Visit;

/** The page about a client: whom to call, what comes next, what is open. */
final class ClientPage {
  private static final Set<TaskState> OPEN =
      Stream.of(TaskState.values())
          .filter(state -> !state.isFinal())
          .collect(Collectors.toCollection(() -> EnumSet.noneOf(TaskState.class)));
  private static final int FEW = 5;

  private final Look look;
  private final Words words;
  private final Client client;

  private ClientPage(Look look, Client client) {
    this.look = look;
    this.words = look.words();
    this.client = client;
  }

  static DetailView of(Look look, String id, String root) {
    return new ClientPage(look, Details.require(look.client(id), found -> true)).view(root);
  }

  private DetailView view(String root) {
    List<Fact> facts =
        new Facts(look, client.id())
            .add("fact.code", client.code())
            .add("fact.plan", words.get("plan." + client.plan()))
            .person("fact.engineer", client.engineerId())
            .person("fact.manager", client.managerId())
            .all();
    return new DetailView(
        words.get("client"),
        client.name(),
        words.get(client.active() ? "client.active" : "client.ended"),
        "plain",
        "",
        facts,
        sections(),
        Details.notices("/board/clients/" + client.id(), look, root));
  }

  private List<Section> sections() {
    List<Section> sections = new ArrayList<>();
    add(sections, "contacts", contacts());
    add(sections, "nextVisits", visits(true));
    add(sections, "lastVisits", visits(false));
    add(sections, "openTasks", tasks());
    DisputeQuery open =
        DisputeQuery.builder()
            .clientId(client.id())
            .addStates(DisputeState.OPENED, DisputeState.UNDER_REVIEW)
            .build();
    add(
        sections,
        "disputes",
        look.tx().disputes().all(open).stream()
            .map(dispute -> Details.line(dispute, look))
            .toList());
    return sections;
  }

  private void add(List<Section> sections, String id, List<Section.Line> lines) {
    if (!lines.isEmpty()) {
      sections.add(Details.section(id, "", lines, words));
    }
  }

  private List<Section.Line> contacts() {
    ContactQuery all = ContactQuery.builder().clientId(client.id()).build();
    return look.tx().contacts().all(all).stream().map(this::line).toList();
  }

  private Section.Line line(Contact contact) {
    String dial = contact.phone().orElse("").replaceAll("[^0-9+*#]", "");
    return new Section.Line(
        contact.name(),
        dial.isEmpty() ? "" : "tel:" + dial,
        contact.responsible() ? words.get("contact.responsible") : "",
        "plain",
        Stream.of(contact.position(), contact.phone(), contact.email())
            .flatMap(Optional::stream)
            .collect(Collectors.joining(", ")));
  }

  private List<Section.Line> visits(boolean next) {
    VisitQuery.Builder query = VisitQuery.builder().clientId(client.id());
    VisitQuery wanted = next ? query.from(look.now()).build() : query.until(look.now()).build();
    PageRequest few = new PageRequest(FEW, Optional.empty(), !next);
    List<Visit> found = look.tx().visits().list(wanted, few).items();
    return found.stream().map(visit -> Details.line(visit, look)).toList();
  }

  /** Those that have to be done soonest first. */
  private List<Section.Line> tasks() {
    TaskQuery open = TaskQuery.builder().clientId(client.id()).addAllStates(OPEN).build();
    return look.tx().tasks().all(open).stream()
        .sorted(Comparator.comparing((Task task) -> task.dueAt().orElse(java.time.Instant.MAX)))
        .map(task -> Details.line(task, look))
        .toList();
  }
}
