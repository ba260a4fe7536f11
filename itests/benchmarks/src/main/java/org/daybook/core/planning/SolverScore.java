package org.daybook.core.planning;

import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import ai.timefold.solver.core.api.score.calculator.IncrementalScoreCalculator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rules and costs of {@link Board} for Timefold, step by step: of a change only the two days
 * and the one client that it touches are counted anew.
 */
public class SolverScore
    implements IncrementalScoreCalculator<SolverPlan, HardMediumSoftLongScore> {
  private static final Comparator<SolverVisit> IN_ORDER =
      Comparator.comparingInt((SolverVisit v) -> v.stop.customer.earliestMinute)
          .thenComparingInt(v -> v.number);

  private Layout layout;
  private Settings settings;
  private int days;
  private int visits;
  private List<SolverVisit>[] bySlot;
  private long[][] slotCosts;
  private Map<Customer, List<SolverVisit>> byCustomer;
  private int[] onDay;
  private long[] load;
  private long hard;
  private long nowhere;
  private long soft;

  /** The load of engineers; divided once at the end, because rounded steps would not add up. */
  private long pairs;

  @Override
  @SuppressWarnings({"unchecked", "rawtypes"})
  public void resetWorkingSolution(SolverPlan plan) {
    layout = plan.facts.layout();
    settings = plan.facts.settings();
    days = layout.month.size();
    visits = Math.max(1, plan.visits.size());
    bySlot = new List[layout.engineers.size() * days];
    slotCosts = new long[bySlot.length][2];
    for (int i = 0; i < bySlot.length; i++) {
      bySlot[i] = new ArrayList<>(3);
    }
    byCustomer = new HashMap<>();
    onDay = new int[days];
    load = new long[layout.engineers.size()];
    hard = 0;
    nowhere = plan.visits.size();
    soft = 0;
    pairs = 0;
    plan.visits.forEach(this::insert);
  }

  @Override
  public void beforeEntityAdded(Object entity) {}

  @Override
  public void afterEntityAdded(Object entity) {
    insert((SolverVisit) entity);
  }

  @Override
  public void beforeVariableChanged(Object entity, String variableName) {
    retract((SolverVisit) entity);
  }

  @Override
  public void afterVariableChanged(Object entity, String variableName) {
    insert((SolverVisit) entity);
  }

  @Override
  public void beforeEntityRemoved(Object entity) {
    retract((SolverVisit) entity);
  }

  @Override
  public void afterEntityRemoved(Object entity) {}

  @Override
  public HardMediumSoftLongScore calculateScore() {
    return HardMediumSoftLongScore.of(-hard, -nowhere, -soft - 2 * pairs / ((long) 480 * 480));
  }

  private void insert(SolverVisit visit) {
    if (visit.slot != null) {
      nowhere--;
      single(visit, 1);
      onDay[visit.slot % days]++;
      load[visit.slot / days] += visit.stop.minutes;
      byCustomer.computeIfAbsent(visit.stop.customer, c -> new ArrayList<>()).add(visit);
      bySlot[visit.slot].add(visit);
      day(visit.slot);
    }
  }

  private void retract(SolverVisit visit) {
    if (visit.slot != null) {
      nowhere++;
      bySlot[visit.slot].remove(visit);
      day(visit.slot);
      byCustomer.get(visit.stop.customer).remove(visit);
      onDay[visit.slot % days]--;
      load[visit.slot / days] -= visit.stop.minutes;
      single(visit, -1);
    }
  }

  /** What a visit costs beside the others that are there; it is not among them. */
  private void single(SolverVisit visit, int sign) {
    Stop stop = visit.stop;
    Customer customer = stop.customer;
    int day = visit.slot % days;
    int engineer = visit.slot / days;
    hard += customer.closed.get(day) ? sign : 0;
    long cost = customer.likes(layout.month.date(day).getDayOfWeek()) ? 0 : 1000;
    cost += customer.usual >= 0 && customer.usual != engineer ? 600 : 0;
    int apart = Math.max(1, layout.month.openDays() / Math.max(1, customer.stops.size()));
    for (SolverVisit other : byCustomer.getOrDefault(customer, List.of())) {
      int otherDay = other.slot % days;
      hard += otherDay == day ? sign : 0;
      long missing = apart - Math.abs(layout.month.rank(day) - layout.month.rank(otherDay));
      cost += missing > 0 ? 25 * missing * missing : 0;
      cost += other.slot / days == engineer ? 0 : 50;
    }
    cost += 40L * onDay[day] * layout.month.openDays() / visits;
    soft += sign * cost;
    pairs += sign * load[engineer] * stop.minutes;
  }

  private void day(int slot) {
    hard -= slotCosts[slot][0];
    soft -= slotCosts[slot][1];
    slotCosts[slot] = pack(slot, false);
    hard += slotCosts[slot][0];
    soft += slotCosts[slot][1];
  }

  /**
   * One visit after the other.
   *
   * @param place whether to write the times down
   */
  private long[] pack(int slot, boolean place) {
    List<SolverVisit> inOrder = new ArrayList<>(bySlot[slot]);
    inOrder.sort(IN_ORDER);
    long broken = 0;
    long cost = 0;
    int at = 0;
    int minutes = 0;
    Stop before = null;
    for (SolverVisit visit : inOrder) {
      Stop stop = visit.stop;
      int way = 0;
      if (before != null) {
        boolean near = stop.place.isNear(before.place);
        way = near ? settings.travelMinutes() : settings.farTravelMinutes();
        cost += near ? 20 : 120;
      }
      int wished = Math.max(at + way, stop.customer.earliestMinute);
      boolean met =
          wished <= stop.customer.latestMinute && wished + stop.minutes <= settings.dayMinutes();
      int start = met ? wished : at + way;
      cost += met ? 0 : 2000;
      at = start + stop.minutes;
      minutes += way + stop.minutes;
      broken += Math.max(0, at - settings.dayMinutes());
      if (place) {
        int day = slot % days;
        stop.engineer = slot / days;
        stop.day = day;
        stop.start = stop.customer.dayStart(day) + start;
        stop.hoursMet = met;
      }
      before = stop;
    }
    int capacity = layout.engineers.get(slot / days).minutes();
    return new long[] {broken + Math.max(0, minutes - capacity), cost};
  }

  /** Writes the finished plan into the stops. */
  static void write(SolverPlan plan) {
    SolverScore score = new SolverScore();
    score.resetWorkingSolution(plan);
    for (int slot = 0; slot < score.bySlot.length; slot++) {
      score.pack(slot, true);
    }
  }
}
