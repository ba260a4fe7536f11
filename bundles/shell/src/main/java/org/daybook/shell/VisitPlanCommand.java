package org.daybook.shell;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.daybook.api.directory.Client;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.plan.MonthPlan;
import org.daybook.api.plan.PlanState;
import org.daybook.api.plan.Planning;
import org.daybook.api.plan.Unmet;
import org.daybook.api.store.ClientQuery;
import org.daybook.api.store.MonthPlanQuery;
import org.daybook.api.store.VisitQuery;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitState;
import org.daybook.shell.completion.PlanIds;

/** {@code daybook:visit-plan}. */
@Service
@Command(
    scope = "daybook",
    name = "visit-plan",
    description = "Plans the visits of a month, or shows, changes or publishes its plan")
public final class VisitPlanCommand extends DaybookCommand {
  @Option(
      name = "--month",
      description = "Show the plan of this month (2026-12); if there is none, make a draft")
  String month;

  @Option(name = "--publish", description = "Put the visits of this draft (id) into the calendar")
  @Completion(PlanIds.class)
  String publish;

  @Option(name = "--replan", description = "Plan again what does not fit any more (id of a plan)")
  @Completion(PlanIds.class)
  String replan;

  @Option(name = "--discard", description = "Throw this draft (id) away with its visits")
  @Completion(PlanIds.class)
  String discard;

  @Option(name = "--json", description = "Print JSON instead of tables")
  boolean json;

  @Override
  protected void run(Platform platform) {
    if (Stream.of(month, publish, replan, discard).filter(Objects::nonNull).count() != 1) {
      throw new InvalidInputException(
          "--month", "or one of --publish, --replan and --discard is required");
    }
    MonthPlan plan = plan(platform);
    Map<String, Client> clients = new LinkedHashMap<>();
    platform
        .read(tx -> tx.clients().all(ClientQuery.everything()))
        .forEach(client -> clients.put(client.id(), client));
    if (json) {
      out().println(Listing.json(whole(platform, plan, clients)));
    } else {
      print(platform, plan, clients);
    }
  }

  private MonthPlan plan(Platform platform) {
    return platform.with(
        Planning.class,
        planning -> {
          if (publish != null) {
            return planning.publish(actor(), publish, OptionalLong.empty());
          }
          if (replan != null) {
            return planning.replan(actor(), replan, OptionalLong.empty());
          }
          if (discard != null) {
            return planning.discard(actor(), discard, OptionalLong.empty());
          }
          YearMonth wanted = month();
          return standing(platform, wanted).orElseGet(() -> planning.propose(actor(), wanted));
        });
  }

  private YearMonth month() {
    try {
      return YearMonth.parse(month.strip());
    } catch (DateTimeException e) {
      throw new InvalidInputException("--month", "must be a month such as 2026-12, is " + month);
    }
  }

  private static Optional<MonthPlan> standing(Platform platform, YearMonth month) {
    MonthPlanQuery query =
        MonthPlanQuery.builder()
            .month(month)
            .addStates(PlanState.DRAFT, PlanState.PUBLISHED)
            .build();
    return platform.read(tx -> tx.monthPlans().first(query));
  }

  private void print(Platform platform, MonthPlan plan, Map<String, Client> clients) {
    List<Visit> visits = visits(platform, plan);
    visitListing(platform, clients).print(out(), visits, false);
    if (!plan.unmet().isEmpty()) {
      out().println();
      say("Unmet:");
      unmetListing(clients).print(out(), plan.unmet(), false);
    }
    plan.notes().forEach(this::say);
    say(
        "Plan %s for %s: %s, %d visits, %d unmet."
            .formatted(plan.id(), plan.month(), plan.state(), visits.size(), plan.unmet().size()));
    if (plan.state() == PlanState.DRAFT) {
      say("Put it into the calendar with: daybook:visit-plan --publish " + plan.id());
    }
  }

  private static Map<String, Object> whole(
      Platform platform, MonthPlan plan, Map<String, Client> clients) {
    Map<String, Object> whole = new LinkedHashMap<>();
    whole.put("id", plan.id());
    whole.put("month", plan.month().toString());
    whole.put("state", plan.state().toString());
    whole.put("notes", plan.notes());
    whole.put("visits", visitListing(platform, clients).objects(visits(platform, plan)));
    whole.put("unmet", unmetListing(clients).objects(plan.unmet()));
    return whole;
  }

  private static List<Visit> visits(Platform platform, MonthPlan plan) {
    VisitQuery ofPlan = VisitQuery.builder().planId(plan.id()).build();
    return platform.read(tx -> tx.visits().all(ofPlan)).stream()
        .filter(visit -> visit.state() != VisitState.CANCELLED)
        .toList();
  }

  private static Listing<Visit> visitListing(Platform platform, Map<String, Client> clients) {
    Map<String, String> staff = Names.staffNames(platform);
    return new Listing<Visit>()
        .column("plannedFor", visit -> local(visit, clients))
        .column("client", visit -> code(visit.clientId(), clients))
        .column("engineer", visit -> staff.get(visit.engineerId()))
        .column("state", Visit::state)
        .column("site", Visit::siteId)
        .column("id", Visit::id);
  }

  private static Listing<Unmet> unmetListing(Map<String, Client> clients) {
    return new Listing<Unmet>()
        .column("client", unmet -> code(unmet.clientId(), clients))
        .column("wish", Unmet::wish)
        .column("reason", Unmet::reason);
  }

  /** In the client's zone, as it is agreed with them. */
  private static Object local(Visit visit, Map<String, Client> clients) {
    Client client = clients.get(visit.clientId());
    return client == null
        ? visit.plannedFor()
        : visit.plannedFor().atZone(client.zone()).toOffsetDateTime();
  }

  private static String code(String clientId, Map<String, Client> clients) {
    Client client = clients.get(clientId);
    return client == null ? clientId : client.code();
  }
}
