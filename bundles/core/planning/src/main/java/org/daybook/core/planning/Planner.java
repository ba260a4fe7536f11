package org.daybook.core.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.daybook.api.directory.Client;
import org.daybook.api.directory.Site;
import org.daybook.api.plan.MonthPlan;
import org.daybook.api.plan.Norm;
import org.daybook.api.plan.PlanState;
import org.daybook.api.plan.Unmet;
import org.daybook.api.plan.VisitTerms;
import org.daybook.api.visit.Visit;

/**
 * Plans a month of a company: who is due how many visits, which of those that are there stay, and
 * where the others go. Reads and writes nothing; used once, on one thread.
 */
final class Planner {
  private final Company company;
  private final YearMonth yearMonth;
  private final boolean published;
  private final Workdays workdays;
  private final Settings settings;
  private final Words words;
  private final Norms norms;
  private final ByHand byHand;
  private final Instant now;
  private final Layout layout;
  private final List<Stop> stops = new ArrayList<>();
  private final List<String> surplus = new ArrayList<>();
  private final List<Unmet> unmet = new ArrayList<>();
  private final Map<Stop, Visit> visits = new HashMap<>();
  private final Set<Stop> kept = new HashSet<>();

  /**
   * @param byHand what managers did with the plan that there is
   */
  Planner(
      Company company,
      YearMonth yearMonth,
      Optional<MonthPlan> plan,
      ByHand byHand,
      Workdays workdays,
      Settings settings,
      Words words,
      Instant now) {
    this.company = company;
    this.yearMonth = yearMonth;
    this.published = plan.filter(each -> each.state() == PlanState.PUBLISHED).isPresent();
    this.workdays = workdays;
    this.settings = settings;
    this.words = words;
    this.norms = new Norms(settings, words);
    this.byHand = byHand;
    this.now = now;
    int due = company.clients().stream().mapToInt(client -> norm(client).visits()).sum();
    this.layout = new Layout(company, yearMonth, plan, workdays, settings, now, due);
  }

  /**
   * What came of it.
   *
   * @param stops that have a place and are not fast
   * @param surplus ids of visits that nobody is due any more
   * @param placeless ids of visits that have to move and found no place
   */
  record Outcome(
      List<Stop> stops,
      List<Engineer> engineers,
      List<String> surplus,
      List<String> placeless,
      List<Unmet> unmet) {}

  Outcome plan(BooleanSupplier outOfTime) {
    prepare();
    Search search = new Search(layout.board, stops, outOfTime);
    search.placeFixed();
    stops.stream()
        .filter(stop -> !stop.isPlaced() && stop.fixedDay != Stop.NOWHERE)
        .forEach(
            stop -> {
              missed(stop.customer, "unmet.pattern.full", layout.month.date(stop.fixedDay));
              stop.fixedDay = Stop.NOWHERE;
              stop.fixedMinute = Stop.NOWHERE;
            });
    search.run();
    new Diagnosis(layout, words).of(stops, byHand.pinned(), company).forEach(unmet::add);
    Comparator<Unmet> byClient =
        Comparator.comparing((Unmet each) -> layout.customers.get(each.clientId()).name)
            .thenComparing(Unmet::clientId)
            .thenComparing(Unmet::wish);
    return new Outcome(
        stops.stream().filter(Stop::isPlaced).toList(),
        layout.engineers,
        surplus,
        stops.stream()
            .filter(stop -> !stop.isPlaced())
            .flatMap(stop -> stop.visitId.stream())
            .toList(),
        unmet.stream().sorted(byClient).toList());
  }

  /** What there is before the search: who stays, and what needs a place. */
  Layout prepare() {
    keepWhatFits();
    company.clients().forEach(this::makeDue);
    return layout;
  }

  private Norm norm(Client client) {
    return norms.of(client, company.devicesOf(client.id()), company.termsOf(client.id()));
  }

  /** What somebody pinned comes first, because of two that do not fit together it should stay. */
  private void keepWhatFits() {
    layout.movable.stream()
        .sorted(
            Comparator.comparing((Visit visit) -> !byHand.isPinned(visit.id()))
                .thenComparing(Visit::plannedFor)
                .thenComparing(Visit::id))
        .forEach(
            visit -> {
              Stop stop = layout.stop(visit, false);
              visits.put(stop, visit);
              stops.add(stop);
              if (mayStay(stop, visit)) {
                layout.board.place(
                    stop, stop.homeEngineer, stop.homeDay, stop.homeStart, hoursMet(stop));
                stop.pinned = byHand.isPinned(visit.id());
                kept.add(stop);
              } else {
                stop.free = true;
              }
            });
  }

  private boolean mayStay(Stop stop, Visit visit) {
    if (stop.homeDay < 0 || stop.homeEngineer < 0) {
      return false;
    }
    LocalDate date = layout.month.date(stop.homeDay);
    boolean fits = byHand.isPinned(visit.id()) || workdays.isWorking(date);
    return fits
        && visit.plannedFor().isAfter(now)
        && YearMonth.from(date).equals(yearMonth)
        && layout.board.mayStay(stop, stop.homeEngineer, stop.homeDay, stop.homeStart);
  }

  private static boolean hoursMet(Stop stop) {
    long minute = stop.homeStart - stop.customer.dayStart(stop.homeDay);
    return minute >= stop.customer.earliestMinute && minute <= stop.customer.latestMinute;
  }

  private void makeDue(Client client) {
    Customer customer = layout.customers.get(client.id());
    Norm norm = norm(client);
    List<Site> sites = company.sitesOf(client.id());
    if (client.active() && norm.devices() == 0) {
      String why = sites.isEmpty() ? "unmet.noSite" : "unmet.noEquipment";
      unmet.add(new Unmet(client.id(), Unmet.Wish.VISIT, words.get(why)));
    }
    int due = client.active() ? byHand.due(client.id(), norm.visits()) : 0;
    dropSurplus(client, customer, due);
    // Without equipment no site is due another visit; what somebody added there stays.
    int missing = norm.devices() == 0 ? 0 : due - count(customer, stop -> true);
    Sites shares = new Sites(sites, company, yearMonth);
    for (int i = 0; i < missing; i++) {
      Stop stop = layout.stop(customer, shares.next(customer, due));
      stops.add(stop);
    }
    company
        .termsOf(client.id())
        .filter(terms -> terms.pattern().isPresent() && due > 0)
        .ifPresent(terms -> fix(customer, terms, due));
  }

  /**
   * First those that have to move anyway, then the latest; never what somebody pinned, unless the
   * contract has ended. What was set by hand pushes none out of the calendar: the client knows of
   * it already.
   */
  private void dropSurplus(Client client, Customer customer, int due) {
    List<Stop> droppable =
        customer.stops.stream()
            .filter(stop -> visits.containsKey(stop))
            .filter(stop -> !client.active() || !byHand.isPinned(stop.visitId.orElseThrow()))
            .sorted(
                Comparator.comparing(Stop::isPlaced)
                    .thenComparing(stop -> -stop.homeStart)
                    .thenComparing(stop -> stop.number))
            .toList();
    int many = count(customer, stop -> !published || !stop.beside) - due;
    for (Stop stop : droppable.subList(0, Math.max(0, Math.min(many, droppable.size())))) {
      if (stop.isPlaced()) {
        layout.board.lift(stop);
      }
      customer.stops.remove(stop);
      stops.remove(stop);
      kept.remove(stop);
      surplus.add(stop.visitId.orElseThrow());
    }
  }

  /** How many visits count for the month; those of another month's plan count for that one. */
  private static int count(Customer customer, Predicate<Stop> which) {
    return (int) customer.stops.stream().filter(stop -> !stop.guest).filter(which).count();
  }

  /** Gives the days of the pattern to visits; what is elsewhere without need goes there, too. */
  private void fix(Customer customer, VisitTerms terms, int due) {
    List<LocalDate> all = Pattern.parse(terms.pattern().orElseThrow()).daysOf(yearMonth);
    if (all.isEmpty()) {
      missed(customer, "unmet.pattern.none");
    }
    if (all.size() > due) {
      unmet.add(
          new Unmet(
              customer.id, Unmet.Wish.PATTERN, words.get("unmet.pattern.more", all.size(), due)));
    }
    List<LocalDate> possible =
        all.stream()
            .filter(date -> layout.month.isOpen(layout.month.day(date)))
            .filter(date -> !customer.closed.get(layout.month.day(date)))
            .toList();
    List<LocalDate> days = spread(possible.size() < due ? all : possible, due);
    for (LocalDate date : days) {
      int day = layout.month.day(date);
      Optional<Stop> there =
          customer.stops.stream().filter(stop -> stop.isPlaced() && stop.day == day).findFirst();
      if (there.isPresent()) {
        there.get().fixedDay = day;
        continue;
      }
      if (!workdays.isWorking(date)) {
        missed(customer, "unmet.pattern.holiday", date);
      } else if (!layout.month.isOpen(day)) {
        missed(customer, "unmet.pattern.over", date);
      } else if (customer.closed.get(day)) {
        missed(customer, "unmet.pattern.closed", date);
      } else {
        toBeFixed(customer, all)
            .ifPresent(
                stop -> {
                  stop.fixedDay = day;
                  stop.fixedMinute =
                      terms.patternTime().map(this::minuteOfDay).orElse(Stop.NOWHERE);
                });
      }
    }
  }

  private int minuteOfDay(LocalTime time) {
    return Customer.minutes(settings.dayStart(), time);
  }

  private Optional<Stop> toBeFixed(Customer customer, List<LocalDate> days) {
    Optional<Stop> unplaced =
        customer.stops.stream()
            .filter(stop -> !stop.isPlaced() && !stop.fast && stop.fixedDay == Stop.NOWHERE)
            .findFirst();
    if (unplaced.isPresent()) {
      return unplaced;
    }
    Optional<Stop> elsewhere =
        customer.stops.stream()
            .filter(kept::contains)
            .filter(stop -> !byHand.isPinned(stop.visitId.orElseThrow()))
            .filter(stop -> !days.contains(layout.month.date(stop.day)))
            .findFirst();
    elsewhere.ifPresent(
        stop -> {
          layout.board.lift(stop);
          kept.remove(stop);
          stop.free = true;
        });
    return elsewhere;
  }

  private void missed(Customer customer, String why) {
    unmet.add(new Unmet(customer.id, Unmet.Wish.PATTERN, words.get(why)));
  }

  private void missed(Customer customer, String why, LocalDate date) {
    unmet.add(new Unmet(customer.id, Unmet.Wish.PATTERN, words.get(why, date.toString())));
  }

  /** So many of the days, at even distances. */
  private static List<LocalDate> spread(List<LocalDate> days, int wanted) {
    if (days.size() <= wanted) {
      return days;
    }
    List<LocalDate> chosen = new ArrayList<>();
    for (int i = 0; i < wanted; i++) {
      chosen.add(days.get((2 * i + 1) * days.size() / (2 * wanted)));
    }
    return chosen;
  }
}
