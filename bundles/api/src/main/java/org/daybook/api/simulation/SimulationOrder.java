package org.daybook.api.simulation;

import java.util.ArrayList;
import java.util.List;
import org.daybook.api.error.FieldError;
import org.daybook.api.error.InvalidInputException;

/**
 * What is to be lived through.
 *
 * @param clients how many, 1 to 2,000
 * @param months how many whole months, 1 to 24
 * @param seed the same seed gives the same company and the same chances
 */
public record SimulationOrder(int clients, int months, long seed) {
  private static final int MOST_CLIENTS = 2000;
  private static final int MOST_MONTHS = 24;

  /** The figures of the mission: 60 clients, three months. */
  public static final SimulationOrder USUAL = new SimulationOrder(60, 3, 1);

  /**
   * @throws InvalidInputException naming each number that is out of bounds
   */
  public SimulationOrder {
    List<FieldError> errors = new ArrayList<>();
    check("clients", clients, MOST_CLIENTS, errors);
    check("months", months, MOST_MONTHS, errors);
    if (!errors.isEmpty()) {
      throw new InvalidInputException(errors);
    }
  }

  private static void check(String field, int value, int most, List<FieldError> errors) {
    if (value < 1 || value > most) {
      errors.add(new FieldError(field, "must be 1 to " + most + ", is " + value));
    }
  }
}
