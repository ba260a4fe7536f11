package org.daybook.web.pages.board.calendar;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daybook.api.access.Role;
import org.daybook.api.directory.Site;
import org.daybook.api.directory.StaffMember;
import org.daybook.api.plan.Absence;
import org.daybook.api.store.AbsenceQuery;
import org.daybook.api.store.SiteQuery;
import org.daybook.api.store.StaffQuery;
import org.daybook.api.store.VisitQuery;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitKind;
import org.daybook.api.visit.VisitState;
import org.daybook.web.pages.Assets;
import org.daybook.web.pages.Parts;
import org.daybook.web.pages.board.Details;
import org.daybook.web.pages.board.Look;
import org.daybook.web.pages.board.Words;
import org.daybook.web.pages.board.form.Field;

/** The visits of a month or a week. */
final class CalendarPage {
  /** What was called off is history, not calendar. */
  private static final Set<VisitState> SHOWN =
      Stream.of(VisitState.values())
          .filter(state -> state != VisitState.CANCELLED)
          .collect(Collectors.toUnmodifiableSet());

  private final Look look;
  private final Words words;
  private final Parts parts;
  private final Span span;
  private final String root;
  private final LocalDate today;
  private final List<Visit> visits;
  private final Map<String, List<Site>> sites;
  private final List<Absence> absences;
  private final List<StaffMember> engineers;

  CalendarPage(Look look, Words words, Parts parts, Span span, String root) {
    this.look = look;
    this.words = words;
    this.parts = parts;
    this.span = span;
    this.root = root;
    this.today = look.now().atZone(words.zone()).toLocalDate();
    this.visits = visits();
    this.sites =
        look.tx().sites().all(SiteQuery.everything()).stream()
            .collect(Collectors.groupingBy(Site::clientId));
    this.absences =
        look.tx()
            .absences()
            .all(
                AbsenceQuery.builder()
                    .from(span.first())
                    .until(span.last())
                    .removed(false)
                    .build());
    this.engineers = engineers();
  }

  /**
   * All engineers, and whoever has a visit or is looked for all the same: they have left, or do
   * something else.
   */
  private List<StaffMember> engineers() {
    StaffQuery active = StaffQuery.builder().addRoles(Role.ENGINEER).active(true).build();
    Stream<StaffMember> going =
        Stream.concat(Stream.of(span.engineer()), visits.stream().map(Visit::engineerId))
            .filter(id -> !id.isBlank())
            .distinct()
            .flatMap(id -> look.staff(id).stream());
    return Stream.concat(look.tx().staff().all(active).stream(), going)
        .distinct()
        .sorted(Comparator.comparing(StaffMember::name))
        .toList();
  }

  /** One day more on each side: the day of a visit is that of its client's wall. */
  private List<Visit> visits() {
    VisitQuery.Builder query =
        VisitQuery.builder()
            .addAllStates(SHOWN)
            .from(span.first().minusDays(1).atStartOfDay(words.zone()).toInstant())
            .until(span.last().plusDays(2).atStartOfDay(words.zone()).toInstant());
    if (!span.engineer().isBlank()) {
      query.engineerId(span.engineer());
    }
    return look.withNames(look.tx().visits().all(query.build()));
  }

  CalendarView view() {
    List<CalendarView.Row> rows = span.week() ? week() : month();
    return new CalendarView(
        title(),
        span.week(),
        span.week() ? "week" : "month",
        span.from().toString(),
        heads(),
        rows,
        options(),
        span.engineer(),
        address(span.before()),
        address(span.at(today)),
        address(span.after()),
        address(span.by(false, today)),
        address(span.by(true, today)),
        look.link("/board/visits/new"),
        look.link("/board/emergencies/new"),
        look.link("/board/plans/" + YearMonth.from(span.from())),
        rows.stream().flatMap(row -> row.cells().stream()).allMatch(cell -> cell.trips().isEmpty()),
        Assets.href(root, "board.js"));
  }

  private String title() {
    return span.week()
        ? words.fill(
            "week.title",
            Map.of("from", day(span.from(), "d MMMM"), "until", day(span.last(), "d MMMM yyyy")))
        : words.month(YearMonth.from(span.from()));
  }

  private List<Field.Option> options() {
    List<Field.Option> options = new ArrayList<>();
    options.add(new Field.Option("", words.get("everybody")));
    engineers.forEach(member -> options.add(new Field.Option(member.id(), member.name())));
    return options;
  }

  private List<CalendarView.Head> heads() {
    return span.days().stream()
        .limit(7)
        .map(
            day ->
                new CalendarView.Head(
                    day(day, span.week() ? "ccc d MMM" : "ccc"),
                    span.week() && !parts.isWorking(day),
                    span.week() && day.equals(today)))
        .toList();
  }

  private List<CalendarView.Row> month() {
    Map<LocalDate, List<Trip>> byDay = trips(visits);
    List<CalendarView.Row> weeks = new ArrayList<>();
    List<LocalDate> days = span.days();
    for (int i = 0; i < days.size(); i += 7) {
      weeks.add(
          new CalendarView.Row(
              "",
              days.subList(i, i + 7).stream()
                  .map(day -> cell(day, "", awayOn(day), byDay.getOrDefault(day, List.of())))
                  .toList()));
    }
    return weeks;
  }

  private List<CalendarView.Row> week() {
    return engineers.stream()
        .filter(member -> span.engineer().isBlank() || span.engineer().equals(member.id()))
        .map(this::row)
        .toList();
  }

  private CalendarView.Row row(StaffMember member) {
    Map<LocalDate, List<Trip>> byDay =
        trips(visits.stream().filter(visit -> visit.engineerId().equals(member.id())).toList());
    return new CalendarView.Row(
        member.name(),
        span.days().stream()
            .map(
                day ->
                    cell(
                        day,
                        member.id(),
                        absence(member.id(), day)
                            .map(absence -> words.get("away", absence.reason()))
                            .orElse(""),
                        byDay.getOrDefault(day, List.of())))
            .toList());
  }

  private Optional<Absence> absence(String staffId, LocalDate day) {
    return absences.stream()
        .filter(absence -> absence.staffId().equals(staffId) && absence.covers(day))
        .findFirst();
  }

  private String awayOn(LocalDate day) {
    return engineers.stream()
        .filter(member -> span.engineer().isBlank() || span.engineer().equals(member.id()))
        .filter(member -> absence(member.id(), day).isPresent())
        .map(StaffMember::name)
        .collect(
            Collectors.collectingAndThen(
                Collectors.joining(", "),
                names -> names.isEmpty() ? "" : words.get("away.all", names)));
  }

  private Cell cell(LocalDate day, String engineer, String away, List<Trip> trips) {
    return new Cell(
        day.toString(),
        day.getDayOfMonth(),
        day(day, "EEEE, d MMMM"),
        day.equals(today),
        day.isBefore(today) && !today.isAfter(span.last()),
        !parts.isWorking(day),
        !span.has(day),
        engineer,
        away,
        trips);
  }

  private Map<LocalDate, List<Trip>> trips(List<Visit> some) {
    Map<LocalDate, List<Trip>> byDay = new LinkedHashMap<>();
    for (Visit visit : some) {
      LocalDate day = Wall.of(look, visit).toLocalDate();
      byDay.computeIfAbsent(day, d -> new ArrayList<>()).add(trip(visit));
    }
    return byDay;
  }

  private Trip trip(Visit visit) {
    boolean draft = visit.state() == VisitState.DRAFT;
    boolean emergency = visit.kind() == VisitKind.EMERGENCY;
    String tone = Details.tone(visit, look);
    return new Trip(
        visit.id(),
        Wall.time(Wall.of(look, visit)),
        look.clientName(visit.clientId()) + site(visit),
        look.nameOf(visit.engineerId()),
        words.get("visit.kind." + visit.kind()) + ", " + words.get("visit." + visit.state()),
        draft ? "draft" : tone,
        emergency ? "⚡" : draft ? "✎" : sign(tone),
        look.link("/board/visits/" + visit.id()),
        MoveForm.moves(visit)
            ? look.link("/board/visits/" + visit.id() + "/move")
                + "?version="
                + visit.version()
                + "&"
                + span.carried()
            : "");
  }

  /** Where to, of those who are at several places; else blank. */
  private String site(Visit visit) {
    List<Site> theirs = sites.getOrDefault(visit.clientId(), List.of());
    return theirs.stream()
        .filter(site -> theirs.size() > 1 && site.id().equals(visit.siteId()))
        .findFirst()
        .map(site -> ", " + site.name())
        .orElse("");
  }

  private static String sign(String tone) {
    return switch (tone) {
      case "good" -> "✓";
      case "watch" -> "●";
      case "bad" -> "▲";
      default -> "";
    };
  }

  private String address(Span other) {
    return root + "board/calendar?" + other.query();
  }

  private String day(LocalDate day, String pattern) {
    return words.pattern(pattern).format(day);
  }
}
