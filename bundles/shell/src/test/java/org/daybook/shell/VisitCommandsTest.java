package org.daybook.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.daybook.api.error.UnavailableException;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitKind;
import org.daybook.api.visit.VisitState;
import org.daybook.testkit.Examples;
import org.daybook.testkit.SettableClock;
import org.junit.Test;

public class VisitCommandsTest {
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
