package org.daybook.web.pages.board.clients;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daybook.api.diary.Project;
import org.daybook.api.directory.Client;
import org.daybook.api.directory.Contact;
import org.daybook.api.directory.Site;
import org.daybook.api.dispute.Dispute;
import org.daybook.api.figures.PromiseAges;
import org.daybook.api.figures.Share;
import org.daybook.api.plan.Norm;
import org.daybook.api.store.AssetQuery;
import org.daybook.api.store.ContactQuery;
import org.daybook.api.store.DisputeQuery;
import org.daybook.api.store.PageRequest;
import org.daybook.api.store.ProjectQuery;
import org.daybook.api.store.SiteQuery;
import org.daybook.api.store.TaskQuery;
import org.daybook.api.store.VisitQuery;
import org.daybook.api.task.Task;
import org.daybook.api.task.TaskState;
import org.daybook.api.visit.ClosedVisit;
import org.daybook.api.visit.Verdict;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitKind;
import org.daybook.api.visit.VisitState;
import org.daybook.web.pages.Parts;
import org.daybook.web.pages.board.DetailView;
import org.daybook.web.pages.board.Details;
import org.daybook.web.pages.board.Fact;
import org.daybook.web.pages.board.Facts;
import org.daybook.web.pages.board.Look;
import org.daybook.web.pages.board.Meter;
import org.daybook.web.pages.board.Section;
import org.daybook.web.pages.board.Words;
import org.daybook.web.pages.board.charts.Picture;
import org.daybook.web.pages.board.charts.Pictures;
import org.daybook.web.pages.template.SafeHtml;

/** Gathers the card of a client: whom to call, what comes next, how things have gone. */
final class ClientCard {
  private static final Set<TaskState> OPEN =
      Stream.of(TaskState.values())
          .filter(state -> !state.isFinal())
          .collect(Collectors.toCollection(() -> EnumSet.noneOf(TaskState.class)));
  private static final Set<TaskState> OVER = EnumSet.complementOf(EnumSet.copyOf(OPEN));
  private static final Set<VisitState> AHEAD =
      EnumSet.of(VisitState.SCHEDULED, VisitState.RESCHEDULED);
  private static final Set<VisitState> BEHIND =
      EnumSet.of(
          VisitState.ON_SITE,
          VisitState.CLOSING,
          VisitState.CLOSED,
          VisitState.REPORTED,
          VisitState.MISSED);
  private static final Duration LATELY = Duration.ofDays(90);
  private static final int FEW = 5;
  private static final int WEEK = 7;
  private static final int MONTH = 30;

  private final Look look;
  private final Words words;
  private final Parts parts;
  private final Client client;
  private final List<Task> open;
  private final List<PastVisit> past;

  private ClientCard(Look look, Words words, Parts parts, Client client) {
    this.look = look;
    this.words = words;
    this.parts = parts;
    this.client = client;
    this.open =
        look.tx().tasks().all(TaskQuery.builder().clientId(client.id()).addAllStates(OPEN).build());
    this.past =
        parts.visitsNow().map(visits -> PastVisit.of(look, visits, client.id())).orElse(List.of());
  }

  static ClientView of(Look look, Words words, Parts parts, String id, String root) {
    Client client = Details.require(look.client(id), found -> true);
    return new ClientCard(look, words, parts, client).view(root);
  }

  private ClientView view(String root) {
    return new ClientView(
        new DetailView(
            words.get("client"),
            client.name(),
            words.get(client.active() ? "client.active" : "client.ended"),
            "plain",
            "",
            facts(),
            sections(),
            Details.notices("/board/clients/" + client.id(), look, root)),
        counts(),
        ways(),
        contacts(),
        sites(),
        DeviceGrid.of(past, client.zone(), words, id -> look.link("/board/visits/" + id)),
        pictures(),
        projects(),
        Papers.of(look, words, client.id(), root),
        promises(),
        promised());
  }

  private List<Fact> facts() {
    return new Facts(look, client.id())
        .add("fact.code", client.code())
        .add("fact.plan", words.get("plan." + client.plan()))
        .person("fact.engineer", client.engineerId())
        .person("fact.manager", client.managerId())
        .add("fact.norm", norm().map(Norm::why))
        .all();
  }

  private List<ClientView.Way> ways() {
    return Stream.of(
            way("way.change", "/board/setup/clients/" + client.id(), ""),
            way("way.tasks", "/board/tasks", "?client=" + client.id()),
            way("way.task", "/board/tasks/new", "?client=" + client.code()),
            way("way.visit", "/board/visits/new", "?client=" + client.id()),
            way("way.emergency", "/board/emergencies/new", "?client=" + client.id()))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<ClientView.Way> way(String key, String path, String query) {
    return Optional.of(look.link(path))
        .filter(href -> !href.isBlank())
        .map(href -> new ClientView.Way(words.get(key), href + query));
  }

  private Optional<Norm> norm() {
    return parts.planningNow().map(planning -> planning.norm(client.id()));
  }

  private List<ClientView.Count> counts() {
    List<ClientView.Count> counts = new ArrayList<>();
    List<Visit> month = month();
    long made = month.stream().filter(visit -> visit.state().isClosed()).count();
    counts.add(count("count.visits", made + " / " + month.size(), "plain"));
    norm()
        .ifPresent(norm -> counts.add(count("count.norm", String.valueOf(norm.visits()), "plain")));
    newest().ifPresent(share -> counts.add(count("count.devices", share(share), tone(share))));
    Share remote = sum(past.stream().map(visit -> remote(visit.view())).toList());
    if (remote.whole() > 0) {
      long reports = past.stream().filter(visit -> visit.view().remote().total() > 0).count();
      counts.add(
          new ClientView.Count(
              words.get("count.remote", reports), remote.percent().orElse(0) + "\u00A0%", "plain"));
    }
    long late = open.stream().filter(task -> task.overdueAt(look.now())).count();
    counts.add(count("count.open", String.valueOf(open.size()), "plain"));
    counts.add(count("count.late", String.valueOf(late), late > 0 ? "bad" : "good"));
    return counts;
  }

  private ClientView.Count count(String key, String value, String tone) {
    return new ClientView.Count(words.get(key), value, tone);
  }

  /** Planned visits of this month that stand. */
  private List<Visit> month() {
    ZoneId zone = client.zone();
    YearMonth month = YearMonth.from(look.now().atZone(zone));
    VisitQuery query =
        VisitQuery.builder()
            .clientId(client.id())
            .kind(VisitKind.PLANNED)
            .from(month.atDay(1).atStartOfDay(zone).toInstant())
            .until(month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant())
            .build();
    return look.tx().visits().all(query).stream()
        .filter(visit -> visit.state() != VisitState.CANCELLED && visit.state() != VisitState.DRAFT)
        .toList();
  }

  /** How many devices were in order at the last visit. */
  private Optional<Share> newest() {
    return past.isEmpty()
        ? Optional.empty()
        : Optional.of(inOrder(past.get(past.size() - 1).view()));
  }

  private static Share inOrder(ClosedVisit view) {
    int green =
        (int) view.devices().stream().filter(each -> each.verdict() == Verdict.GREEN).count();
    return new Share(green, view.devices().size());
  }

  private static Share remote(ClosedVisit view) {
    return new Share(view.remote().resolved(), view.remote().total());
  }

  private static Share sum(List<Share> shares) {
    return shares.stream()
        .reduce(
            Share.NONE,
            (one, two) -> new Share(one.part() + two.part(), one.whole() + two.whole()));
  }

  private String share(Share share) {
    return words.fill("share", Map.of("part", share.part(), "whole", share.whole()));
  }

  private static String tone(Share share) {
    return share.part() == share.whole() ? "good" : "bad";
  }

  private List<ClientView.Person> contacts() {
    return look.tx().contacts().all(ContactQuery.builder().clientId(client.id()).build()).stream()
        .sorted(Comparator.comparing((Contact each) -> !each.responsible()))
        .map(
            each ->
                new ClientView.Person(
                    each.name(),
                    each.position().orElse(""),
                    each.responsible(),
                    each.phone().orElse(""),
                    each.phone().orElse("").replaceAll("[^0-9+*#]", ""),
                    each.email().orElse("")))
        .toList();
  }

  private List<ClientView.Place> sites() {
    return look.tx().sites().all(SiteQuery.builder().clientId(client.id()).build()).stream()
        .map(this::place)
        .toList();
  }

  private ClientView.Place place(Site site) {
    AssetQuery inUse = AssetQuery.builder().siteId(site.id()).retired(false).build();
    return new ClientView.Place(
        site.name(), site.address(), words.get("devices", look.tx().assets().count(inUse)));
  }

  private List<SafeHtml> pictures() {
    Pictures pictures = new Pictures(words);
    Words theirs = words.of(Pictures.class);
    List<Picture> all =
        List.of(
            pictures.devices(
                "devices-past",
                theirs.get("devices.note"),
                past.stream()
                    .filter(each -> !each.view().devices().isEmpty())
                    .map(each -> new Pictures.Part(day(each), inOrder(each.view())))
                    .toList()),
            pictures.remote(
                "remote-past",
                past.stream()
                    .filter(each -> each.view().remote().total() > 0)
                    .map(each -> new Pictures.Part(day(each), remote(each.view())))
                    .toList()),
            pictures.sources("sources-past", theirs.get("sources.note.client"), sources()));
    return all.stream().filter(picture -> !picture.empty()).map(Picture::html).toList();
  }

  private String day(PastVisit visit) {
    return words.pattern("d MMM yyyy").format(visit.view().arrivedAt().atZone(client.zone()));
  }

  private List<Pictures.Source> sources() {
    Instant since = look.now().minus(LATELY);
    Map<String, int[]> bySource = new TreeMap<>();
    TaskQuery lately = TaskQuery.builder().clientId(client.id()).createdFrom(since).build();
    for (Task task : look.tx().tasks().all(lately)) {
      bySource
          .computeIfAbsent(task.source(), source -> new int[2])[task.state().isFinal() ? 0 : 1]++;
    }
    return bySource.entrySet().stream()
        .map(each -> new Pictures.Source(each.getKey(), each.getValue()[0], each.getValue()[1]))
        .toList();
  }

  private List<ClientView.Progress> projects() {
    ProjectQuery theirs = ProjectQuery.builder().clientId(client.id()).build();
    return look.tx().projects().all(theirs).stream()
        .sorted(Comparator.comparing(Project::state).thenComparing(Project::createdAt))
        .map(this::progress)
        .toList();
  }

  private ClientView.Progress progress(Project project) {
    TaskQuery.Builder tasks = TaskQuery.builder().projectId(project.id());
    int all = (int) look.tx().tasks().count(tasks.build());
    int over = (int) look.tx().tasks().count(tasks.addAllStates(OVER).build());
    Share share = new Share(over, all);
    return new ClientView.Progress(
        project.title(),
        look.link("/board/tasks") + "?project=" + project.id() + "&state=ALL",
        words.get("project." + project.state()),
        switch (project.state()) {
          case ACTIVE -> "watch";
          case FINISHED -> "good";
          case ON_HOLD, CANCELLED -> "plain";
        },
        all == 0 ? words.get("project.empty") : words.get("project.tasks", share(share)),
        Meter.of(share.percent().orElse(0), "good"),
        project
            .dueAt()
            .map(due -> words.get("project.due", look.moment(due, client.id())))
            .orElse(""));
  }

  private List<ClientView.Count> promises() {
    PromiseAges ages = PromiseAges.NONE;
    for (Task task : open) {
      if (task.promisedSince().isPresent()) {
        ages = ages.plus(task.promisedSince().get(), look.now());
      }
    }
    return ages.total() == 0
        ? List.of()
        : List.of(
            count("promises.week", String.valueOf(ages.week()), "plain"),
            count("promises.month", String.valueOf(ages.month()), tone(ages.month(), "watch")),
            count("promises.quarter", String.valueOf(ages.quarter()), tone(ages.quarter(), "bad")),
            count("promises.older", String.valueOf(ages.older()), tone(ages.older(), "bad")));
  }

  private List<Section.Line> promised() {
    return open.stream()
        .filter(task -> task.promisedSince().isPresent())
        .sorted(Comparator.comparing(task -> task.promisedSince().orElseThrow()))
        .limit(Details.MOST)
        .map(this::promise)
        .toList();
  }

  /** With who owes it, and for how long. */
  private Section.Line promise(Task task) {
    Section.Line line = Details.line(task, look);
    long days = Duration.between(task.promisedSince().orElseThrow(), look.now()).toDays();
    String owner = look.nameOf(task.specialistId().or(task::engineerId));
    return new Section.Line(
        line.title(),
        line.href(),
        words.get("promised.for", days),
        days > MONTH ? "bad" : days > WEEK ? "watch" : "plain",
        Stream.of(owner, line.state(), line.note())
            .filter(text -> !text.isBlank())
            .collect(Collectors.joining(", ")));
  }

  private static String tone(int number, String tone) {
    return number > 0 ? tone : "plain";
  }

  private List<Section> sections() {
    List<Section> sections = new ArrayList<>();
    add(sections, "nextVisits", visits(true));
    add(sections, "lastVisits", visits(false));
    add(
        sections,
        "openTasks",
        open.stream()
            .sorted(Comparator.comparing((Task task) -> task.dueAt().orElse(Instant.MAX)))
            .map(task -> Details.line(task, look))
            .toList());
    add(
        sections,
        "disputes",
        look.tx().disputes().all(DisputeQuery.builder().clientId(client.id()).build()).stream()
            .sorted(
                Comparator.comparing((Dispute dispute) -> dispute.state().isDecided())
                    .thenComparing(Dispute::openedAt, Comparator.reverseOrder()))
            .map(dispute -> Details.line(dispute, look))
            .toList());
    return sections;
  }

  private void add(List<Section> sections, String id, List<Section.Line> lines) {
    if (!lines.isEmpty()) {
      sections.add(Details.section(id, "", lines, words));
    }
  }

  /** Those that are still to be made, the soonest first, or those that were, the newest first. */
  private List<Section.Line> visits(boolean next) {
    VisitQuery wanted =
        VisitQuery.builder().clientId(client.id()).addAllStates(next ? AHEAD : BEHIND).build();
    PageRequest few = new PageRequest(FEW, Optional.empty(), !next);
    return look.tx().visits().list(wanted, few).items().stream()
        .map(visit -> Details.line(visit, look))
        .toList();
  }
}
