package org.daybook.web.rest.view;

import java.util.Optional;
import org.daybook.api.plan.Absence;

/**
 * Days on which a member of staff is away.
 *
 * @param staff id
 * @param until the last day
 */
public record AbsenceView(
    String id,
    String staff,
    String staffName,
    String from,
    String until,
    String reason,
    boolean removed,
    long version)
    implements Versioned {
  public static AbsenceView of(Absence absence, Names names) {
    return new AbsenceView(
        absence.id(),
        absence.staffId(),
        names.staff(Optional.of(absence.staffId())),
        absence.firstDay().toString(),
        absence.lastDay().toString(),
        absence.reason(),
        absence.removed(),
        absence.version());
  }
}
