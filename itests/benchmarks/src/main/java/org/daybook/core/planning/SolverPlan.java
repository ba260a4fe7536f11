package org.daybook.core.planning;

import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.solution.ProblemFactProperty;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import java.util.List;

/** A plan as Timefold sees it. */
@PlanningSolution
public class SolverPlan {
  @PlanningEntityCollectionProperty List<SolverVisit> visits;

  @ValueRangeProvider(id = "slots")
  List<Integer> slots;

  @ProblemFactProperty Facts facts;

  @PlanningScore HardMediumSoftLongScore score;

  /** For the solver. */
  public SolverPlan() {}

  SolverPlan(List<SolverVisit> visits, List<Integer> slots, Facts facts) {
    this.visits = visits;
    this.slots = slots;
    this.facts = facts;
  }

  /** What does not change. */
  record Facts(Layout layout, Settings settings) {}
}
