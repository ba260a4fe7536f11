package org.daybook.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.Test;

public class AgendaTest {
  private static final Instant NINE = Instant.parse("2026-12-01T06:00:00Z");

  private final Agenda agenda = new Agenda();
  private final List<String> happened = new ArrayList<>();

  @Test
  public void thingsHappenInTheOrderOfTheirMomentsAndThenAsTheyWerePutIn() {
    agenda.at(NINE.plusSeconds(1), () -> happened.add("third"));
    agenda.at(NINE, () -> happened.add("first"));
    agenda.at(NINE, () -> happened.add("second"));

    while (agenda.next().isPresent()) {
      agenda.happen();
    }

    assertThat(happened).containsExactly("first", "second", "third");
  }

  @Test
  public void whatHappensMayBringMoreWithIt() {
    agenda.at(NINE, () -> agenda.at(NINE.plusSeconds(5), () -> happened.add("later")));

    agenda.happen();

    assertThat(agenda.next()).contains(NINE.plusSeconds(5));
    agenda.happen();
    assertThat(happened).containsExactly("later");
  }
}
