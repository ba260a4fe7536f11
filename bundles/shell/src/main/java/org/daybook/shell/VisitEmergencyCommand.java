package org.daybook.shell;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.error.RefusedException;
import org.daybook.api.visit.Candidate;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitDraft;
import org.daybook.api.visit.VisitKind;
import org.daybook.api.visit.Visits;
import org.daybook.shell.completion.ClientCodes;
import org.daybook.shell.completion.StaffLogins;

/** {@code daybook:visit-emergency}. */
@Service
@Command(
    scope = "daybook",
    name = "visit-emergency",
    description = "Raises an emergency, or shows who could be sent to one")
public final class VisitEmergencyCommand extends DaybookCommand {
  @Option(name = "--client", required = true, description = "The client's code")
  @Completion(ClientCodes.class)
  String client;

  @Option(name = "--site", description = "Id of the site, if the client has more than one")
  String site;

  @Option(name = "--engineer", description = "Login of who is sent; the usual engineer if not said")
  @Completion(StaffLogins.class)
  String engineer;

  @Option(name = "--nearest", description = "Send the nearest who is free")
  boolean nearest;

  @Option(
      name = "--requested",
      description = "When it was requested, such as 2026-11-23T18:00:00+03:00; now if not said")
  String requested;

  @Option(name = "--candidates", description = "Only show who could be sent, the best first")
  boolean candidates;

  @Override
  protected void run(Platform platform) {
    if (nearest && engineer != null) {
      throw new InvalidInputException("--nearest", "goes without --engineer");
    }
    if (candidates) {
      new Listing<Candidate>()
          .column("engineer", Candidate::engineerName)
          .column("free", Candidate::free)
          .column("why", Candidate::reason)
          .column("id", Candidate::engineerId)
          .print(out(), found(platform), false);
      return;
    }
    VisitDraft draft =
        VisitDraft.builder()
            .kind(VisitKind.EMERGENCY)
            .client(client)
            .site(Optional.ofNullable(site))
            .engineer(sent(platform))
            .requestedAt(requestedAt(platform))
            .build();
    Visit visit = platform.with(Visits.class, visits -> visits.schedule(actor(), draft));
    String name = Names.staffNames(platform).get(visit.engineerId());
    visit
        .dueBy()
        .ifPresent(dueBy -> say(name + " has to be there by " + dueBy + ". Visit " + visit.id()));
  }

  private Instant requestedAt(Platform platform) {
    return Moments.parse("--requested", requested)
        .orElseGet(() -> platform.with(Clock.class, Clock::instant));
  }

  private Optional<String> sent(Platform platform) {
    if (!nearest) {
      return Optional.ofNullable(engineer)
          .map(login -> Names.staffId(platform, "--engineer", login));
    }
    return Optional.of(
        found(platform).stream()
            .filter(Candidate::free)
            .findFirst()
            .map(Candidate::engineerId)
            .orElseThrow(
                () ->
                    new RefusedException(
                        "Nobody is free. --candidates shows what keeps them; --engineer sends one"
                            + " all the same.")));
  }

  private List<Candidate> found(Platform platform) {
    return platform.with(
        Visits.class,
        visits -> visits.candidates(actor(), Optional.of(client), Optional.ofNullable(site)));
  }
}
