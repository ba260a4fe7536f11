package org.daybook.web.rest.view;

import java.util.OptionalInt;
import org.daybook.api.figures.Emergencies;

/**
 * How soon somebody was there.
 *
 * @param reached to how many somebody has come
 * @param medianMinutes null if to none
 * @param worstMinutes null if to none
 * @param kept in time, of those whose promise is decided
 */
public record EmergenciesView(
    int raised, int reached, Integer medianMinutes, Integer worstMinutes, ShareView kept) {

  public static EmergenciesView of(Emergencies emergencies) {
    return new EmergenciesView(
        emergencies.raised(),
        emergencies.reached(),
        orNull(emergencies.medianMinutes()),
        orNull(emergencies.worstMinutes()),
        ShareView.of(emergencies.kept()));
  }

  private static Integer orNull(OptionalInt minutes) {
    return minutes.isPresent() ? minutes.getAsInt() : null;
  }
}
