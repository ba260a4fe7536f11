package org.daybook.web.pages.board.plans;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.daybook.api.plan.MonthPlan;
import org.daybook.api.plan.PlanState;
import org.daybook.api.plan.Unmet;
import org.daybook.api.store.MonthPlanQuery;
import org.daybook.api.store.VisitQuery;
import org.daybook.api.visit.VisitState;
import org.daybook.web.pages.board.Action;
import org.daybook.web.pages.board.DetailView;
import org.daybook.web.pages.board.Details;
import org.daybook.web.pages.board.Fact;
import org.daybook.web.pages.board.Look;
import org.daybook.web.pages.board.Section;
import org.daybook.web.pages.board.Tried;
import org.daybook.web.pages.board.Words;

/** The page about the plan of a month, or about a month that has none. */
final class PlanPage {
  private final Look look;
  private final YearMonth month;
  private final String root;
  private final Tried tried;
  private final Words words;

  private PlanPage(Look look, YearMonth month, String root, Tried tried) {
    this.look = look;
    this.month = month;
    this.root = root;
    this.tried = tried;
    this.words = look.words().of(PlanPage.class);
  }

  static DetailView of(Look look, YearMonth month, String root, Tried tried) {
    PlanPage page = new PlanPage(look, month, root, tried);
    return live(look, month).map(page::of).orElseGet(page::none);
  }

  /** The plan of a month that is not superseded. */
  static Optional<MonthPlan> live(Look look, YearMonth month) {
    MonthPlanQuery live =
        MonthPlanQuery.builder()
            .month(month)
            .addStates(PlanState.DRAFT, PlanState.PUBLISHED)
            .build();
    return look.tx().monthPlans().first(live);
  }

  private DetailView none() {
    return new DetailView(
            words.get("plan"),
            words.month(month),
            words.get("state.NONE"),
            "plain",
            words.get("none"),
            Stream.of(List.of(calendar()), beside()).flatMap(List::stream).toList(),
            List.of(),
            List.of())
        .withActions(List.of(button("propose", Optional.empty())));
  }

  private DetailView of(MonthPlan plan) {
    boolean draft = plan.state() == PlanState.DRAFT;
    return new DetailView(
            words.get("plan"),
            words.month(month),
            words.get("state." + plan.state()),
            draft ? "watch" : "good",
            String.join("\n", plan.notes()),
            facts(plan),
            unmet(plan),
            List.of())
        .withActions(
            draft
                ? List.of(
                    button("publish", Optional.of(plan)),
                    button("replan", Optional.of(plan)).plainly(),
                    button("discard", Optional.of(plan)).gravely())
                : List.of(button("replan", Optional.of(plan)).plainly()));
  }

  private List<Fact> facts(MonthPlan plan) {
    String address = root + "api/v1/plans/" + plan.id();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(words.get("fact.visits"), String.valueOf(visits(plan)), "", ""));
    facts.add(new Fact(words.get("fact.made"), look.moment(plan.createdAt(), ""), "", ""));
    plan.publishedAt()
        .ifPresent(
            at -> facts.add(new Fact(words.get("fact.published"), look.moment(at, ""), "", "")));
    facts.add(calendar());
    facts.addAll(beside());
    facts.add(new Fact(words.get("fact.picture"), words.get("picture"), address + ".svg", ""));
    facts.add(new Fact(words.get("fact.table"), words.get("table"), address + ".csv", ""));
    return facts;
  }

  /** Those that stand. */
  private long visits(MonthPlan plan) {
    VisitQuery visits = VisitQuery.builder().planId(plan.id()).build();
    return look.tx().visits().all(visits).stream()
        .filter(visit -> visit.state() != VisitState.CANCELLED)
        .count();
  }

  private Fact calendar() {
    String address = root + "board/calendar?view=month&from=" + month.atDay(1);
    return new Fact(words.get("fact.calendar"), words.get("in.calendar"), address, "");
  }

  /** The way to the months before and after. */
  private List<Fact> beside() {
    return List.of(
        beside("fact.before", month.minusMonths(1)), beside("fact.after", month.plusMonths(1)));
  }

  private Fact beside(String key, YearMonth other) {
    return new Fact(words.get(key), words.month(other), look.link("/board/plans/" + other), "");
  }

  private List<Section> unmet(MonthPlan plan) {
    List<Section.Line> lines =
        plan.unmet().stream()
            .map(
                each ->
                    new Section.Line(
                        look.clientName(each.clientId()),
                        look.link("/board/clients/" + each.clientId()),
                        words.get("wish." + each.wish()),
                        each.wish() == Unmet.Wish.VISIT ? "bad" : "watch",
                        each.reason()))
            .toList();
    return lines.isEmpty()
        ? List.of()
        : List.of(Details.section("unmet", words.get("unmet.how"), lines, words));
  }

  private Action button(String action, Optional<MonthPlan> plan) {
    return Action.of(
        "",
        words.get("note." + action, plan.map(this::visits).orElse(0L)),
        tried
            .form(action, words)
            .hidden("plan", plan.map(MonthPlan::id).orElse(""))
            .hidden("version", plan.map(known -> String.valueOf(known.version())).orElse(""))
            .build(
                action,
                root + "board/plans/" + month + "/" + action,
                look.visitor().key(PlanChapter.purpose(action, month)),
                words.get("button." + action)));
  }
}
