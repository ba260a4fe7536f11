package org.daybook.web.pages.board.calendar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.daybook.api.delivery.Delivery;
import org.daybook.api.directory.Asset;
import org.daybook.api.directory.Site;
import org.daybook.api.report.VisitReport;
import org.daybook.api.store.CheckQuery;
import org.daybook.api.store.DeliveryQuery;
import org.daybook.api.store.DisputeQuery;
import org.daybook.api.store.PageRequest;
import org.daybook.api.store.ReportQuery;
import org.daybook.api.store.TaskQuery;
import org.daybook.api.task.Task;
import org.daybook.api.visit.Check;
import org.daybook.api.visit.CheckState;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitProgress;
import org.daybook.web.pages.board.DetailView;
import org.daybook.web.pages.board.Details;
import org.daybook.web.pages.board.Fact;
import org.daybook.web.pages.board.Facts;
import org.daybook.web.pages.board.Look;
import org.daybook.web.pages.board.Own;
import org.daybook.web.pages.board.Section;
import org.daybook.web.pages.board.Words;

/** The page about a visit: where it stands, what is open on it, and what became of its report. */
final class VisitPage {
  private final Look look;
  private final Words words;
  private final Visit visit;
  private final List<Task> tasks;
  private final VisitProgress progress;

  private VisitPage(Look look, Visit visit) {
    this.look = look;
    this.words = look.words();
    this.visit = visit;
    this.tasks = look.tx().tasks().all(TaskQuery.builder().visitId(visit.id()).build());
    this.progress = look.tx().progress(Set.of(visit.id())).get(visit.id());
  }

  static DetailView of(Look look, String id, String root) {
    Visit visit =
        Details.require(
            look.tx().visits().find(id), found -> Own.isOf(look.actor(), found, look.tx()));
    return new VisitPage(look, visit).view(root);
  }

  private DetailView view(String root) {
    return new DetailView(
        words.get("visit.kind." + visit.kind()),
        look.moment(visit.plannedFor(), visit.clientId())
            + " — "
            + look.clientName(visit.clientId()),
        words.get("visit." + visit.state()),
        Details.tone(visit, look),
        "",
        facts(),
        sections(),
        Details.notices("/board/visits/" + visit.id(), look, root));
  }

  private List<Fact> facts() {
    Optional<Site> site = look.tx().sites().find(visit.siteId());
    boolean late = Details.lateSince(visit, look).isPresent();
    Facts facts =
        new Facts(look, visit.clientId())
            .client()
            .add("fact.site", site.map(found -> found.name() + ", " + found.address()))
            .person("fact.engineer", Optional.of(visit.engineerId()))
            .late("fact.planned", Optional.of(visit.plannedFor()), late && visit.dueBy().isEmpty())
            .moment("fact.requested", visit.requestedAt())
            .late("fact.dueBy", visit.dueBy(), late)
            .moment("fact.accepted", visit.acceptedAt())
            .moment("fact.onTheWay", visit.onTheWayAt())
            .moment("fact.arrived", visit.arrivedAt())
            .moment("fact.departed", visit.departedAt())
            .add("fact.reason", visit.reason())
            .add("fact.override", visit.overrideReason());
    if (!tasks.isEmpty()) {
      facts.add("fact.tasks", openOf(open(tasks), tasks.size()));
    }
    if (progress.checks() > 0) {
      facts.add(
          "fact.checks", openOf(progress.checks() - progress.checksAnswered(), progress.checks()));
    }
    return facts.all();
  }

  private String openOf(long open, long all) {
    return words.fill("openOf", Map.of("open", open, "all", all));
  }

  private static long open(List<Task> tasks) {
    return tasks.stream().filter(task -> !task.state().isAnswered()).count();
  }

  private List<Section> sections() {
    List<Section> sections = new ArrayList<>();
    add(
        sections,
        "tasks",
        tasks.stream()
            .sorted(Comparator.comparing(task -> task.state().isAnswered()))
            .map(task -> Details.line(task, look))
            .toList());
    checks().ifPresent(sections::add);
    add(
        sections,
        "disputes",
        look.tx().disputes().all(DisputeQuery.builder().visitId(visit.id()).build()).stream()
            .filter(dispute -> Own.isOf(look.actor(), dispute))
            .map(dispute -> Details.line(dispute, look))
            .toList());
    if (Own.seesAll(look.actor())) {
      add(sections, "deliveries", deliveries());
    }
    return sections;
  }

  private void add(List<Section> sections, String id, List<Section.Line> lines) {
    if (!lines.isEmpty()) {
      sections.add(Details.section(id, "", lines, words));
    }
  }

  /**
   * What is not as it should be: problems first, then what was left out, then what stayed open.
   * What is open while the engineer is there is only still to come.
   */
  private Optional<Section> checks() {
    List<CheckState> wrong = new ArrayList<>(List.of(CheckState.PROBLEM, CheckState.SKIPPED));
    if (!visit.state().isUnderWay()) {
      wrong.add(CheckState.OPEN);
    }
    List<Check> first = new ArrayList<>();
    for (CheckState state : wrong) {
      if (first.size() < Details.MOST) {
        PageRequest rest = new PageRequest(Details.MOST - first.size(), Optional.empty(), false);
        first.addAll(look.tx().checks().list(in(Set.of(state)), rest).items());
      }
    }
    if (first.isEmpty()) {
      return Optional.empty();
    }
    long all = look.tx().checks().count(in(Set.copyOf(wrong)));
    return Optional.of(
        Details.section("checks", "", first.stream().map(this::line).toList(), all, words));
  }

  private CheckQuery in(Set<CheckState> states) {
    return CheckQuery.builder().visitId(visit.id()).addAllStates(states).build();
  }

  private Section.Line line(Check check) {
    String asset =
        look.tx().assets().find(check.assetId()).map(Asset::name).orElse(check.assetId());
    String said = check.description().or(check::reason).orElse("");
    String action = check.action().map(what -> " — " + what).orElse("");
    return new Section.Line(
        asset + ": " + check.title(),
        "",
        words.get("check." + check.state()),
        check.state() == CheckState.PROBLEM ? "bad" : "watch",
        said + action);
  }

  private List<Section.Line> deliveries() {
    Set<String> reports =
        look.tx().reports().all(ReportQuery.builder().visitId(visit.id()).build()).stream()
            .map(VisitReport::id)
            .collect(Collectors.toSet());
    List<Delivery> found =
        reports.isEmpty()
            ? List.of()
            : look.tx().deliveries().all(DeliveryQuery.builder().reportIds(reports).build());
    return found.stream().map(delivery -> Details.line(delivery, look)).toList();
  }
}
