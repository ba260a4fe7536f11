package org.daybook.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** A state machine as a test writes it down: lines of {@code STATE EVENT NEXT}. */
public final class StateTable {
  private final Map<List<String>, String> rows = new HashMap<>();

  private StateTable() {}

  /** The machine that has these transitions and no others. */
  public static StateTable of(String lines) {
    StateTable table = new StateTable();
    lines
        .lines()
        .map(line -> Arrays.asList(line.trim().split(" +")))
        .forEach(row -> table.rows.put(row.subList(0, 2), row.get(2)));
    return table;
  }

  /** Tries every event in every state, and expects what is written down, or a refusal. */
  public <S extends Enum<S>, E extends Enum<E>> void expect(
      Class<S> states, Class<E> events, BiFunction<S, E, Optional<S>> machine) {
    int transitions = 0;
    for (S state : states.getEnumConstants()) {
      for (E event : events.getEnumConstants()) {
        String next = rows.get(List.of(state.name(), event.name()));
        transitions += next == null ? 0 : 1;
        assertThat(machine.apply(state, event).map(Enum::name))
            .as("%s on %s", event, state)
            .isEqualTo(Optional.ofNullable(next));
      }
    }
    assertThat(transitions).as("rows that name real states and events").isEqualTo(rows.size());
  }
}
