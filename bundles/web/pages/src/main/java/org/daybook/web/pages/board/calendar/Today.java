package org.daybook.web.pages.board.calendar;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daybook.api.store.PageRequest;
import org.daybook.api.store.TaskQuery;
import org.daybook.api.store.VisitQuery;
import org.daybook.api.task.Task;
import org.daybook.api.task.TaskState;
import org.daybook.api.visit.Sight;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitKind;
import org.daybook.api.visit.VisitProgress;
import org.daybook.api.visit.VisitState;
import org.daybook.web.pages.board.Details;
import org.daybook.web.pages.board.Look;
import org.daybook.web.pages.board.Section;
import org.daybook.web.pages.board.Words;

/** What goes on today: managers and support see everybody's visits, engineers their own. */
public final class Today {
  private static final int FEW = 5;

  private static final Set<VisitState> OF_THE_DAY =
      Stream.of(VisitState.values())
          .filter(state -> state != VisitState.DRAFT && state != VisitState.CANCELLED)
          .collect(Collectors.toUnmodifiableSet());

  private static final Set<VisitState> UNDER_WAY = Set.of(VisitState.ON_SITE, VisitState.CLOSING);

  private static final Set<TaskState> UNANSWERED =
      Stream.of(TaskState.values())
          .filter(state -> !state.isAnswered())
          .collect(Collectors.toUnmodifiableSet());

  private final Look look;
  private final Words words;
  private final ZoneId zone;
  private final LocalDate day;

  private Today(Look look) {
    this.look = look;
    this.words = look.words().of(Today.class);
    this.zone = words.zone();
    this.day = look.now().atZone(zone).toLocalDate();
  }

  /** As it is now. */
  public static TodayView of(Look look, String root) {
    return new Today(look).view(root);
  }

  private TodayView view(String root) {
    List<Visit> visits = visits();
    Map<String, VisitProgress> progress =
        look.tx().progress(visits.stream().map(Visit::id).collect(Collectors.toSet()));
    TaskQuery overdue = overdue();
    long overdueCount = look.tx().tasks().count(overdue);
    List<Visit> late =
        visits.stream().filter(visit -> Details.lateSince(visit, look).isPresent()).toList();
    return new TodayView(
        words.pattern("EEEE, d MMMM").format(day),
        Wall.time(look.now().atZone(zone)),
        root + "board/today",
        counts(visits, late.size(), overdueCount),
        Timeline.of(visits, look, words),
        visits.stream().map(visit -> line(visit, progress.get(visit.id()))).toList(),
        visits.stream()
            .filter(visit -> visit.kind() == VisitKind.EMERGENCY && visit.dueBy().isPresent())
            .sorted(Comparator.comparing((Visit visit) -> visit.dueBy().orElseThrow()))
            .map(visit -> Clocks.of(visit, look, words))
            .toList(),
        // Emergencies have their clocks
        late.stream().filter(visit -> visit.kind() == VisitKind.PLANNED).map(this::late).toList(),
        look
            .tx()
            .tasks()
            .list(overdue, new PageRequest(FEW, Optional.empty(), false))
            .items()
            .stream()
            .map(this::overdue)
            .toList(),
        overdueCount > FEW ? words.get("more", overdueCount - FEW) : "");
  }

  /** By engineer, then by time; what began on another day and is still going on as well. */
  private List<Visit> visits() {
    VisitQuery.Builder ofToday =
        own()
            .addAllStates(OF_THE_DAY)
            .from(day.atStartOfDay(zone).toInstant())
            .until(day.plusDays(1).atStartOfDay(zone).toInstant());
    VisitQuery.Builder waited =
        own().kind(VisitKind.EMERGENCY).addStates(VisitState.SCHEDULED).until(look.now());
    Map<String, Visit> found = new LinkedHashMap<>();
    for (VisitQuery.Builder query : List.of(ofToday, own().addAllStates(UNDER_WAY), waited)) {
      look.tx().visits().all(query.build()).forEach(visit -> found.put(visit.id(), visit));
    }
    return look.withNames(List.copyOf(found.values())).stream()
        .sorted(
            Comparator.comparing((Visit visit) -> look.nameOf(visit.engineerId()))
                .thenComparing(Visit::plannedFor))
        .toList();
  }

  private VisitQuery.Builder own() {
    return Sight.isOfAll(look.actor())
        ? VisitQuery.builder()
        : VisitQuery.builder().engineerId(look.actor().id());
  }

  private List<TodayView.Count> counts(List<Visit> visits, int late, long overdue) {
    int onSite = (int) visits.stream().filter(visit -> visit.state().isUnderWay()).count();
    int done = (int) visits.stream().filter(visit -> visit.state().isClosed()).count();
    List<TodayView.Count> counts = new ArrayList<>();
    counts.add(new TodayView.Count(words.get("today.visits"), visits.size(), "plain"));
    counts.add(
        new TodayView.Count(words.get("today.onSite"), onSite, onSite > 0 ? "watch" : "plain"));
    counts.add(new TodayView.Count(words.get("today.done"), done, done > 0 ? "good" : "plain"));
    counts.add(new TodayView.Count(words.get("today.late"), late, late > 0 ? "bad" : "plain"));
    counts.add(
        new TodayView.Count(words.get("today.overdue"), overdue, overdue > 0 ? "bad" : "plain"));
    return counts;
  }

  private TodayView.Line line(Visit visit, VisitProgress progress) {
    return new TodayView.Line(
        visit.id(),
        times(visit),
        look.clientName(visit.clientId()),
        look.link("/board/visits/" + visit.id()),
        look.nameOf(visit.engineerId()),
        words.get("visit." + visit.state()),
        Details.tone(visit, look),
        of(progress.tasksAnswered(), progress.tasks()),
        of(progress.checksAnswered(), progress.checks()),
        visit.kind() == VisitKind.EMERGENCY);
  }

  private String of(long answered, long all) {
    return all == 0 ? "" : words.fill("today.of", Map.of("part", answered, "all", all));
  }

  private String times(Visit visit) {
    String planned = time(visit);
    ZoneId where = Wall.zone(look, visit.clientId());
    String actual =
        visit.arrivedAt().map(at -> Wall.time(at.atZone(where))).orElse("")
            + visit.departedAt().map(at -> "–" + Wall.time(at.atZone(where))).orElse("");
    return actual.isEmpty()
        ? planned
        : words.fill("today.times", Map.of("planned", planned, "actual", actual));
  }

  /** On the client's wall, as the calendar has it. */
  private String time(Visit visit) {
    return words.time(visit.plannedFor(), Wall.zone(look, visit.clientId()), day);
  }

  private Section.Line late(Visit visit) {
    Duration late = Duration.between(Details.lateSince(visit, look).orElseThrow(), look.now());
    return new Section.Line(
        look.clientName(visit.clientId()),
        look.link("/board/visits/" + visit.id()),
        words.get("today.lateBy", Durations.of(late, words)),
        "bad",
        look.nameOf(visit.engineerId()) + ", " + time(visit));
  }

  private TaskQuery overdue() {
    TaskQuery.Builder query =
        TaskQuery.builder()
            .addAllStates(UNANSWERED)
            .dueUntil(look.now())
            .order(TaskQuery.Order.DUE);
    if (!Sight.isOfAll(look.actor())) {
      query.engineerId(look.actor().id());
    }
    return query.build();
  }

  private Section.Line overdue(Task task) {
    Optional<Duration> over = task.dueAt().map(due -> Duration.between(due, look.now()));
    return new Section.Line(
        task.title(),
        look.link("/board/tasks/" + task.id()),
        over.map(time -> words.get("today.overdueBy", Durations.of(time, words))).orElse(""),
        "bad",
        look.clientName(task.clientId()) + ", " + look.nameOf(task.engineerId()));
  }
}
