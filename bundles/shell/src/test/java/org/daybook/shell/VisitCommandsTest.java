package org.daybook.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.daybook.api.error.UnavailableException;
import org.daybook.api.visit.Candidate;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitDraft;
import org.daybook.api.visit.VisitKind;
import org.daybook.api.visit.VisitState;
import org.daybook.api.visit.Visits;
import org.daybook.testkit.Examples;
import org.daybook.testkit.SettableClock;
import org.junit.Test;

public class VisitCommandsTest {
  private final FakeVisits visits = new FakeVisits();
  private final Console console =
      new Console().with(Clock.class, new SettableClock(Examples.NOW.plus(Duration.ofHours(3))));

  @Test
  public void theListShowsWhatIsDueAndWhatIsLate() throws Exception {
    emergency("waits", VisitState.SCHEDULED, 4, Optional.empty());
    emergency("past", VisitState.SCHEDULED, 2, Optional.empty());
    emergency("kept", VisitState.REPORTED, 2, Optional.of(2));
    emergency("came late", VisitState.REPORTED, 1, Optional.of(2));
    emergency("called off", VisitState.CANCELLED, 2, Optional.empty());
    console.store.prepare(tx -> tx.visits().insert(Examples.visit()));

    Map<String, JsonNode> late = new HashMap<>();
    VisitListCommand command = new VisitListCommand();
    command.json = true;
    new ObjectMapper()
        .readTree(console.run(command))
        .forEach(visit -> late.put(visit.path("id").asText(), visit.path("late")));

    assertThat(late.get("waits").asBoolean(true)).isFalse();
    assertThat(late.get("past").asBoolean()).isTrue();
    assertThat(late.get("kept").asBoolean(true)).isFalse();
    assertThat(late.get("came late").asBoolean()).isTrue();
    assertThat(late.get("called off").isNull()).isTrue();
    assertThat(late.get(Examples.VISIT_ID).isNull()).isTrue();
    assertThat(console.run(new VisitListCommand())).contains("dueBy").contains("late");
  }

  @Test
  public void withoutAClockItSaysWhatIsMissing() {
    assertThat(new Console().failure(new VisitListCommand()))
        .hasMessageContaining("Clock")
        .hasCauseInstanceOf(UnavailableException.class);
  }

  @Test
  public void anEmergencyIsRaisedForTheOneWhoIsNamed() throws Exception {
    storeAccount();
    VisitEmergencyCommand command = command();
    command.engineer = Examples.account().login();
    command.requested = "2026-03-12T10:30:00+03:00";
    assertThat(console.run(command))
        .isEqualToIgnoringNewLines(
            "Пётр Одуванчиков has to be there by 2026-03-12T09:30:00Z. Visit raised");
    assertThat(visits.drafts)
        .singleElement()
        .satisfies(
            draft -> {
              assertThat(draft.kind()).contains(VisitKind.EMERGENCY);
              assertThat(draft.client()).contains("romashka");
              assertThat(draft.engineer()).contains(Examples.ENGINEER_ID);
              assertThat(draft.requestedAt()).contains(Instant.parse("2026-03-12T07:30:00Z"));
            });
  }

  @Test
  public void theNearestWhoIsFreeIsSent() throws Exception {
    visits.candidates.add(candidate("staff-busy", false));
    visits.candidates.add(candidate(Examples.ENGINEER_ID, true));
    VisitEmergencyCommand command = command();
    command.nearest = true;
    console.run(command);
    assertThat(visits.drafts.get(0).engineer()).contains(Examples.ENGINEER_ID);
    assertThat(visits.drafts.get(0).requestedAt()).contains(Examples.NOW.plus(Duration.ofHours(3)));
  }

  @Test
  public void ifNobodyIsFreeNothingIsRaised() {
    visits.candidates.add(candidate("staff-busy", false));
    VisitEmergencyCommand command = command();
    command.nearest = true;
    assertThat(console.failure(command)).hasMessageContaining("Nobody is free");
    command.engineer = "engineer";
    assertThat(console.failure(command)).hasMessageContaining("--nearest");
    assertThat(visits.drafts).isEmpty();
  }

  @Test
  public void candidatesAreShownWithTheReasonAndNothingIsRaised() throws Exception {
    visits.candidates.add(candidate("staff-busy", false));
    VisitEmergencyCommand command = command();
    command.candidates = true;
    assertThat(console.run(command)).contains("staff-busy").contains("Because.");
    assertThat(visits.drafts).isEmpty();
  }

  private VisitEmergencyCommand command() {
    console.with(Visits.class, visits.service());
    VisitEmergencyCommand command = new VisitEmergencyCommand();
    command.client = "romashka";
    return command;
  }

  private void storeAccount() {
    console.store.prepare(tx -> tx.accounts().insert(Examples.account()));
  }

  private static Candidate candidate(String id, boolean free) {
    return Candidate.builder()
        .engineerId(id)
        .engineerName(id)
        .free(free)
        .usual(false)
        .nearness(Candidate.Nearness.UNKNOWN)
        .reason("Because.")
        .build();
  }

  /** Takes drafts and knows candidates; anything else is not asked for. */
  private static final class FakeVisits {
    final List<VisitDraft> drafts = new ArrayList<>();
    final List<Candidate> candidates = new ArrayList<>();

    Visits service() {
      return (Visits)
          Proxy.newProxyInstance(
              Visits.class.getClassLoader(),
              new Class<?>[] {Visits.class},
              (proxy, method, args) ->
                  switch (method.getName()) {
                    case "candidates" -> candidates;
                    case "schedule" -> raised((VisitDraft) args[1]);
                    default -> throw new UnsupportedOperationException(method.getName());
                  });
    }

    private Visit raised(VisitDraft draft) {
      drafts.add(draft);
      return Examples.visit().toBuilder()
          .id("raised")
          .dueBy(draft.requestedAt().orElseThrow().plus(Duration.ofHours(2)))
          .build();
    }
  }

  private void emergency(String id, VisitState state, int dueHours, Optional<Integer> arrived) {
    Visit visit =
        Examples.visit().toBuilder()
            .id(id)
            .kind(VisitKind.EMERGENCY)
            .state(state)
            .requestedAt(Examples.NOW)
            .dueBy(Examples.NOW.plus(Duration.ofHours(dueHours)))
            .arrivedAt(arrived.map(hours -> Examples.NOW.plus(Duration.ofHours(hours))))
            .build();
    console.store.prepare(tx -> tx.visits().insert(visit));
  }
}
