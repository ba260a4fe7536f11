package org.daybook.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.daybook.api.access.Actor;
import org.daybook.api.plan.MonthPlan;
import org.daybook.api.plan.PlanState;
import org.daybook.api.plan.Planning;
import org.daybook.api.plan.Unmet;
import org.daybook.api.visit.VisitState;
import org.daybook.testkit.Examples;
import org.junit.Before;
import org.junit.Test;

public class PlanCommandTest {
  private final Console console = new Console();
  private final List<String> asked = new ArrayList<>();

  @Before
  public void withPlanning() {
    console.with(
        Planning.class,
        (Planning)
            Proxy.newProxyInstance(
                Planning.class.getClassLoader(),
                new Class<?>[] {Planning.class},
                (proxy, method, arguments) -> answer(method.getName(), arguments)));
  }

  @Test
  public void aMonthIsPlannedOnceAndShownWithWhatIsUnmet() throws Exception {
    VisitPlanCommand command = new VisitPlanCommand();
    command.month = "2026-04";
    String first = console.run(command);
    assertThat(first)
        .contains("romashka", "Пётр Одуванчиков", "2026-03-12T09:00+03:00", "DRAFT")
        .contains("Unmet:", "HOURS", "Занято")
        .contains("Plan plan-1 for 2026-04: DRAFT, 1 visits, 1 unmet.")
        .contains("daybook:visit-plan --publish plan-1");
    assertThat(console.run(command)).isEqualTo(first);
    assertThat(asked).containsExactly("propose 2026-04");
  }

  @Test
  public void aPlanIsPublishedPlannedAgainAndThrownAway() throws Exception {
    VisitPlanCommand month = new VisitPlanCommand();
    month.month = "2026-04";
    console.run(month);
    VisitPlanCommand publish = new VisitPlanCommand();
    publish.publish = "plan-1";
    VisitPlanCommand replan = new VisitPlanCommand();
    replan.replan = "plan-1";
    VisitPlanCommand discard = new VisitPlanCommand();
    discard.discard = "plan-1";
    console.run(publish);
    console.run(replan);
    console.run(discard);
    assertThat(asked)
        .containsExactly("propose 2026-04", "publish plan-1", "replan plan-1", "discard plan-1");
  }

  @Test
  public void scriptsGetJson() throws Exception {
    VisitPlanCommand command = new VisitPlanCommand();
    command.month = "2026-04";
    command.json = true;
    assertThat(console.run(command))
        .contains("\"month\" : \"2026-04\"", "\"state\" : \"DRAFT\"", "\"visits\" : [ {")
        .contains("\"wish\" : \"HOURS\"");
  }

  @Test
  public void whatIsMeantHasToBeSaid() {
    VisitPlanCommand nothing = new VisitPlanCommand();
    assertThat(console.failure(nothing)).hasMessageStartingWith("--month");
    VisitPlanCommand both = new VisitPlanCommand();
    both.month = "2026-04";
    both.publish = "plan-1";
    assertThat(console.failure(both)).hasMessageStartingWith("--month");
    VisitPlanCommand december = new VisitPlanCommand();
    december.month = "December";
    assertThat(console.failure(december))
        .hasMessage("--month: must be a month such as 2026-12, is December");
    assertThat(asked).isEmpty();
  }

  private Object answer(String method, Object[] arguments) {
    asked.add(method + " " + arguments[1]);
    assertThat(((Actor) arguments[0]).id()).isEqualTo("console:karaf");
    if (method.equals("propose")) {
      return proposed((YearMonth) arguments[1]);
    }
    MonthPlan plan = console.store.read(tx -> tx.monthPlans().find("plan-1").orElseThrow());
    return method.equals("publish") ? plan.toBuilder().state(PlanState.PUBLISHED).build() : plan;
  }

  private MonthPlan proposed(YearMonth month) {
    console.store.prepare(
        tx -> {
          tx.monthPlans()
              .insert(
                  Examples.monthPlan().toBuilder()
                      .month(month)
                      .addUnmet(new Unmet(Examples.CLIENT_ID, Unmet.Wish.HOURS, "Занято"))
                      .build());
          tx.visits()
              .insert(
                  Examples.visit().toBuilder().state(VisitState.DRAFT).planId("plan-1").build());
        });
    return console.store.read(tx -> tx.monthPlans().find("plan-1").orElseThrow());
  }
}
