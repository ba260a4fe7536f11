package org.daybook.core.planning;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.daybook.api.directory.Client;
import org.daybook.api.plan.Unmet;

/** Says why a wish could not be met, by looking at the finished board. */
final class Diagnosis {
  private final Layout layout;
  private final Board board;
  private final Words words;

  Diagnosis(Layout layout, Words words) {
    this.layout = layout;
    this.board = layout.board;
    this.words = words;
  }

  /**
   * @param pinned ids of visits that somebody put where they are: their wishes were weighed
   */
  List<Unmet> of(List<Stop> stops, Set<String> pinned, Company company) {
    List<Unmet> unmet = new ArrayList<>();
    for (Stop stop : stops) {
      if (!stop.isPlaced()) {
        unmet.add(new Unmet(stop.customer.id, Unmet.Wish.VISIT, whyNowhere(stop)));
      } else if (stop.visitId.filter(pinned::contains).isEmpty()) {
        wishes(stop, unmet);
      }
    }
    for (Client client : company.clients()) {
      boolean gone =
          client.engineerId().filter(id -> layout.engineer(id) == Stop.NOWHERE).isPresent();
      if (gone && !layout.customers.get(client.id()).stops.isEmpty()) {
        unmet.add(
            new Unmet(client.id(), Unmet.Wish.ENGINEER, words.get("unmet.engineer.inactive")));
      }
    }
    return unmet;
  }

  private String whyNowhere(Stop stop) {
    if (layout.engineers.isEmpty()) {
      return words.get("unmet.noEngineer");
    }
    List<Integer> days = new ArrayList<>();
    for (int day = 0; day < layout.month.size(); day++) {
      if (isOpenFor(stop, day)) {
        days.add(day);
      }
    }
    if (days.isEmpty()) {
      return words.get("unmet.noDay");
    }
    BiPredicate<Integer, Integer> longEnough =
        (engineer, day) -> layout.engineers.get(engineer).minutes() >= stop.minutes;
    if (!some(days, longEnough)) {
      return words.get("unmet.tooLong", stop.minutes);
    }
    boolean there =
        some(
            days,
            longEnough.and((engineer, day) -> !layout.engineers.get(engineer).away().get(day)));
    return words.get(there ? "unmet.full" : "unmet.away");
  }

  private boolean some(List<Integer> days, BiPredicate<Integer, Integer> test) {
    for (int engineer = 0; engineer < layout.engineers.size(); engineer++) {
      for (int day : days) {
        if (test.test(engineer, day)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isOpenFor(Stop stop, int day) {
    return layout.month.isOpen(day)
        && !stop.customer.closed.get(day)
        && stop.customer.stops.stream().noneMatch(other -> other.isPlaced() && other.day == day);
  }

  private void wishes(Stop stop, List<Unmet> unmet) {
    Customer customer = stop.customer;
    boolean weekday =
        stop.day != stop.fixedDay && !customer.likes(layout.month.date(stop.day).getDayOfWeek());
    boolean other = customer.usual >= 0 && stop.engineer != customer.usual;
    if (!weekday && stop.hoursMet && !other) {
      return;
    }
    Spot here = board.lift(stop);
    if (weekday) {
      boolean possible =
          isPossible(stop, spot -> customer.likes(layout.month.date(spot.day()).getDayOfWeek()));
      String why = possible ? "unmet.weekday.other" : "unmet.weekday.none";
      unmet.add(new Unmet(customer.id, Unmet.Wish.WEEKDAY, words.get(why, weekdays(customer))));
    }
    if (!here.hoursMet()) {
      boolean possible = isPossible(stop, Spot::hoursMet);
      String why = possible ? "unmet.hours.other" : "unmet.hours.none";
      unmet.add(new Unmet(customer.id, Unmet.Wish.HOURS, words.get(why, hours(customer))));
    }
    if (other) {
      boolean possible = isPossible(stop, spot -> spot.engineer() == customer.usual);
      String why = possible ? "unmet.engineer.other" : "unmet.engineer.none";
      String name = layout.engineers.get(customer.usual).name();
      unmet.add(new Unmet(customer.id, Unmet.Wish.ENGINEER, words.get(why, name)));
    }
    board.place(stop, here);
  }

  private boolean isPossible(Stop stop, Predicate<Spot> wish) {
    for (int engineer = 0; engineer < layout.engineers.size(); engineer++) {
      for (int day = 0; day < layout.month.size(); day++) {
        Spot spot = board.fit(stop, engineer, day);
        if (spot != null && wish.test(spot)) {
          return true;
        }
      }
    }
    return false;
  }

  private String weekdays(Customer customer) {
    return customer.weekdays.stream()
        .sorted()
        .map((DayOfWeek day) -> day.getDisplayName(TextStyle.SHORT, words.language()))
        .collect(Collectors.joining(", "));
  }

  private String hours(Customer customer) {
    Optional<LocalTime> from = customer.earliest;
    Optional<LocalTime> until = customer.latest;
    if (from.isPresent() && until.isPresent()) {
      return words.get("hours.between", from.get().toString(), until.get().toString());
    }
    return from.map(time -> words.get("hours.from", time.toString()))
        .or(() -> until.map(time -> words.get("hours.until", time.toString())))
        .orElse("");
  }
}
