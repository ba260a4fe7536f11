package org.daybook.shell;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.daybook.api.store.PageRequest;
import org.daybook.api.store.VisitQuery;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitState;
import org.daybook.shell.completion.ClientCodes;

/** {@code daybook:visit-list}. */
@Service
@Command(scope = "daybook", name = "visit-list", description = "Lists visits, the latest first")
public final class VisitListCommand extends ListCommand<Visit> {
  @Option(name = "--client", description = "Only to this client (code)")
  @Completion(ClientCodes.class)
  String client;

  @Option(name = "--state", description = "Only in this state")
  VisitState state;

  @Option(name = "--from", description = "Planned for this moment or later")
  String from;

  @Option(name = "--until", description = "Planned for before this moment")
  String until;

  @Override
  List<Visit> rows(Platform platform) {
    VisitQuery.Builder query =
        VisitQuery.builder()
            .from(Moments.parse("--from", from))
            .until(Moments.parse("--until", until));
    if (client != null) {
      query.clientId(Names.clientId(platform, client));
    }
    if (state != null) {
      query.states(EnumSet.of(state));
    }
    PageRequest latest = new PageRequest(MOST, Optional.empty(), true);
    return platform.read(tx -> tx.visits().list(query.build(), latest).items());
  }

  @Override
  Listing<Visit> listing(Platform platform) {
    Map<String, String> codes = Names.clientCodes(platform);
    Map<String, String> staff = Names.staffNames(platform);
    Instant now = platform.with(Clock.class, Clock::instant);
    return new Listing<Visit>()
        .column("id", Visit::id)
        .column("client", visit -> codes.get(visit.clientId()))
        .column("kind", Visit::kind)
        .column("state", Visit::state)
        .column("plannedFor", Visit::plannedFor)
        .column("engineer", visit -> staff.get(visit.engineerId()))
        .column("dueBy", Visit::dueBy)
        .column("late", visit -> late(visit, now));
  }

  /** Whether nobody was there in time; blank for what has no such time, or is called off. */
  private static Optional<Boolean> late(Visit visit, Instant now) {
    boolean off = visit.state() == VisitState.CANCELLED || visit.state() == VisitState.MISSED;
    return visit
        .dueBy()
        .filter(dueBy -> !off || visit.arrivedAt().isPresent())
        .map(visit.arrivedAt().orElse(now)::isAfter);
  }
}
