package org.daybook.core.planning;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.daybook.api.directory.StaffMember;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.plan.Absence;
import org.daybook.api.store.AbsenceQuery;
import org.daybook.api.store.Transaction;

/** The rules of absences. */
final class AbsenceEntry {
  private static final int LONGEST_REASON = 1000;
  private static final int LONGEST_DAYS = 3 * 366;
  private static final int FIRST_YEAR = 1970;
  private static final int LAST_YEAR = 2199;

  private AbsenceEntry() {}

  static Absence add(
      Transaction tx, String staffId, LocalDate from, LocalDate until, String reason) {
    Input input = new Input();
    input.text("reason", reason, LONGEST_REASON);
    input.require(sensible(from), "from", "must lie in " + FIRST_YEAR + " to " + LAST_YEAR);
    input.require(!until.isBefore(from), "until", "must not be before from");
    input.require(
        ChronoUnit.DAYS.between(from, until) < LONGEST_DAYS,
        "until",
        "must be at most " + LONGEST_DAYS + " days from the first");
    // Locked, so that of two absences entered at the same moment the second sees the first.
    boolean known =
        !staffId.isBlank()
            && tx.staff().findForUpdate(staffId).filter(StaffMember::active).isPresent();
    input.require(known, "staff", "names nobody who works here");
    input.throwIfWrong();
    tx.absences()
        .first(
            AbsenceQuery.builder().staffId(staffId).removed(false).from(from).until(until).build())
        .ifPresent(
            other ->
                input.require(
                    false,
                    "from",
                    "overlaps with the absence from %s to %s (%s)"
                        .formatted(other.firstDay(), other.lastDay(), other.reason())));
    input.throwIfWrong();
    return tx.absences()
        .insert(
            Absence.builder()
                .id(tx.newId())
                .staffId(staffId)
                .firstDay(from)
                .lastDay(until)
                .reason(reason.strip())
                .build());
  }

  static Absence remove(Transaction tx, String absenceId) {
    Absence absence =
        tx.absences()
            .findForUpdate(absenceId)
            .orElseThrow(() -> new NotFoundException("absence", absenceId));
    return absence.removed()
        ? absence
        : tx.absences().update(absence.toBuilder().removed(true).build());
  }

  private static boolean sensible(LocalDate day) {
    return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR;
  }
}
