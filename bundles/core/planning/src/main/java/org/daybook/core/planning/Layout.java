package org.daybook.core.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.daybook.api.directory.Client;
import org.daybook.api.directory.Site;
import org.daybook.api.directory.StaffMember;
import org.daybook.api.plan.MonthPlan;
import org.daybook.api.plan.VisitTerms;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitKind;
import org.daybook.api.visit.VisitState;

/**
 * A month of a company in the planner's terms: engineers and customers by number, and the board
 * with every visit on it that stays whatever comes.
 */
final class Layout {
  final Month month;
  final List<Engineer> engineers = new ArrayList<>();
  final Map<String, Customer> customers = new LinkedHashMap<>();
  final Board board;

  /** Visits of the plan that may be moved, by the time they are planned for; not on the board. */
  final List<Visit> movable = new ArrayList<>();

  private final Company company;
  private final Settings settings;
  private final YearMonth yearMonth;
  private final Optional<String> planId;
  private final Map<String, Integer> numbers = new HashMap<>();
  private int stops;

  Layout(
      Company company,
      YearMonth yearMonth,
      Optional<MonthPlan> plan,
      Workdays workdays,
      Settings settings,
      Instant now,
      int expectedStops) {
    this.company = company;
    this.settings = settings;
    this.yearMonth = yearMonth;
    this.planId = plan.map(MonthPlan::id);
    LocalDate today = now.atZone(settings.zone()).toLocalDate();
    this.month =
        new Month(
            yearMonth, date -> workdays.isWorking(date) && date.isAfter(today), workdays::isShort);
    company.engineers().forEach(this::addEngineer);
    company.clients().forEach(this::addCustomer);
    this.board = new Board(month, engineers, settings, expectedStops);
    company.visits().forEach(visit -> sort(visit, now));
  }

  private void addEngineer(StaffMember member) {
    BitSet away = new BitSet();
    company.absences().stream()
        .filter(absence -> absence.staffId().equals(member.id()))
        .forEach(
            absence -> {
              for (int day = 0; day < month.size(); day++) {
                if (absence.covers(month.date(day))) {
                  away.set(day);
                }
              }
            });
    int minutes = member.dayMinutes().orElse(settings.minutesPerDay());
    numbers.put(member.id(), engineers.size());
    engineers.add(new Engineer(member.id(), member.name(), minutes, away));
  }

  private void addCustomer(Client client) {
    VisitTerms none = VisitTerms.builder().id(client.id()).build();
    customers.put(
        client.id(),
        new Customer(
            client.id(),
            client.name(),
            client.zone(),
            client.engineerId().map(this::engineer).orElse(Stop.NOWHERE),
            company.termsOf(client.id()).orElse(none),
            month,
            settings.dayStart()));
  }

  /** The number of an engineer who works, or -1. */
  int engineer(String staffId) {
    return numbers.getOrDefault(staffId, Stop.NOWHERE);
  }

  private void sort(Visit visit, Instant now) {
    boolean draft = visit.state() == VisitState.DRAFT;
    if (draft && !isOurs(visit) || !customers.containsKey(visit.clientId())) {
      return;
    }
    if (isOurs(visit) && (draft || isAhead(visit, now))) {
      movable.add(visit);
    } else {
      put(stop(visit, true), visit);
    }
  }

  private boolean isOurs(Visit visit) {
    return planId.isPresent() && visit.planId().equals(planId);
  }

  /** Whether it waits in the month; what a manager moved to another one stays there. */
  private boolean isAhead(Visit visit, Instant now) {
    boolean waits =
        visit.state() == VisitState.SCHEDULED || visit.state() == VisitState.RESCHEDULED;
    return waits
        && visit.plannedFor().isAfter(now)
        && isInMonth(day(visit.plannedFor(), customers.get(visit.clientId())));
  }

  private boolean isInMonth(int day) {
    return day >= 0 && YearMonth.from(month.date(day)).equals(yearMonth);
  }

  /** A visit as a stop; it is not on the board. */
  Stop stop(Visit visit, boolean fast) {
    Customer customer = customers.get(visit.clientId());
    int minutes =
        visit.kind() == VisitKind.EMERGENCY
            ? settings.visitMinutes()
            : settings.minutesOfVisit(company.devicesAt(visit.siteId()));
    Stop stop = new Stop(stops++, customer, place(visit), minutes, Optional.of(visit.id()), fast);
    stop.homeEngineer = engineer(visit.engineerId());
    stop.homeDay = day(visit.plannedFor(), customer);
    stop.homeStart = Math.floorDiv(visit.plannedFor().getEpochSecond(), 60);
    stop.beside = visit.planId().isEmpty();
    stop.guest = !stop.beside && !isOurs(visit);
    if (visit.kind() == VisitKind.PLANNED && isInMonth(stop.homeDay)) {
      customer.stops.add(stop);
    }
    return stop;
  }

  /** A visit that is not there yet. */
  Stop stop(Customer customer, Site site) {
    Stop stop =
        new Stop(
            stops++,
            customer,
            new Place(site.id(), site.district()),
            settings.minutesOfVisit(company.devicesAt(site.id())),
            Optional.empty(),
            false);
    stop.free = true;
    customer.stops.add(stop);
    return stop;
  }

  int day(Instant moment, Customer customer) {
    return month.day(moment.atZone(customer.zone).toLocalDate());
  }

  private void put(Stop stop, Visit visit) {
    int engineer = engineer(visit.engineerId());
    if (engineer >= 0 && stop.homeDay >= 0) {
      board.place(stop, engineer, stop.homeDay, stop.homeStart, true);
    }
  }

  private Place place(Visit visit) {
    return new Place(
        visit.siteId(),
        company.sitesOf(visit.clientId()).stream()
            .filter(site -> site.id().equals(visit.siteId()))
            .findFirst()
            .flatMap(Site::district));
  }
}
