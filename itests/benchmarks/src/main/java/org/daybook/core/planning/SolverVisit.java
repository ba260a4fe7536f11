package org.daybook.core.planning;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.lookup.PlanningId;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;

/** A visit as Timefold moves it. */
@PlanningEntity
public class SolverVisit {
  @PlanningId int number;

  Stop stop;

  /** The number of the engineer times the days of the month, and the day; null for nowhere. */
  @PlanningVariable(valueRangeProviderRefs = "slots", allowsUnassigned = true)
  Integer slot;

  /** For the solver. */
  public SolverVisit() {}

  SolverVisit(int number, Stop stop) {
    this.number = number;
    this.stop = stop;
  }

  public Integer getSlot() {
    return slot;
  }

  public void setSlot(Integer slot) {
    this.slot = slot;
  }
}
