package org.daybook.storage.jpa;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.persistence.EntityExistsException;
import javax.persistence.OptimisticLockException;
import javax.persistence.PersistenceException;
import org.daybook.api.error.DaybookException;
import org.daybook.api.error.RefusedException;
import org.daybook.api.error.StaleVersionException;
import org.daybook.api.error.UnavailableException;
import org.daybook.storage.jpa.row.Row;

/**
 * Says what a failure of the database means, by the SQLSTATEs of Derby and PostgreSQL (ISO 9075-2,
 * table 38; Derby's and PostgreSQL's manuals, appendix on error codes).
 *
 * @param exception to be thrown to the caller
 * @param conflict whether transactions only stood in each other's way, so that a repetition may
 *     succeed
 */
record Failure(RuntimeException exception, boolean conflict) {
  private static final String UNIQUE_VIOLATION = "23505";
  private static final String CONSTRAINT_VIOLATION = "23";
  private static final String DATA_EXCEPTION = "22";
  private static final String TEXT_TOO_LONG = "22001";
  private static final String TRANSACTION_ROLLBACK = "40";

  /**
   * Derby's lock time-outs lie in class 40. PostgreSQL says 55P03 for those, and 25P02 when
   * somebody swallowed an earlier error of the same transaction.
   */
  private static final Set<String> OTHER_CONFLICTS = Set.of("55P03", "25P02");

  /** Two put the first task or check on a visit: what the later one adds goes on top. */
  private static final String FIRST_ON_A_VISIT = "PK_VISIT_PROGRESS";

  private static final Map<String, String> TAKEN = new LinkedHashMap<>();

  static {
    TAKEN.put("UQ_CLIENT_CODE", "Another client has this code.");
    TAKEN.put("UQ_ASSET_HOSTNAME", "Another asset of this client has this hostname.");
    TAKEN.put("UQ_ASSET_INVENTORY", "Another asset of this client has this inventory number.");
    TAKEN.put("UQ_ACCOUNT_LOGIN", "Another account has this login.");
    TAKEN.put("UQ_ACCESS_TOKEN_HASH", "Another token has this secret.");
    TAKEN.put("UQ_OCCURRENCE", "This occurrence was stored before.");
    TAKEN.put("UQ_VISIT_REPORT_REVISION", "This revision of the visit's report exists.");
    TAKEN.put("UQ_DELIVERY_CONTACT", "This report has a delivery to this contact.");
    TAKEN.put("UQ_REPORT_LINK_HASH", "Another link has this token.");
    TAKEN.put("UQ_LETTER_KEY", "This letter was queued before.");
    TAKEN.put("UQ_INVITATION_CONTACT", "This contact has an invitation to this visit.");
    TAKEN.put("UQ_DISPUTE_EXTERNAL", "This dispute was opened before.");
    TAKEN.put("UQ_FROZEN_VISIT_REVISION", "The visit is frozen already.");
    TAKEN.put("PK_FROZEN_VISIT", "The visit is frozen already.");
    TAKEN.put("PK_IDEMPOTENT_ANSWER", "A request with this key was answered already.");
  }

  /**
   * Finds out.
   *
   * @param awaited the rows that were to be written, of which one may be stale
   */
  static Failure of(RuntimeException thrown, List<Row<?>> awaited) {
    if (thrown instanceof DaybookException) {
      return new Failure(thrown, false);
    }
    List<SQLException> reasons = new ArrayList<>();
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof OptimisticLockException stale) {
        return new Failure(stale(stale, awaited), false);
      }
      if (cause instanceof EntityExistsException) {
        return new Failure(new RefusedException("A value with this id exists."), false);
      }
      if (cause instanceof SQLException first) {
        // A failed batch names its real reason in the exceptions that follow it
        for (SQLException each = first; each != null; each = each.getNextException()) {
          reasons.add(each);
        }
      }
    }
    if (reasons.isEmpty() && !(thrown instanceof PersistenceException)) {
      return new Failure(thrown, false);
    }
    return ofSql(reasons, thrown);
  }

  private static Failure ofSql(List<SQLException> reasons, RuntimeException thrown) {
    if (any(reasons, TRANSACTION_ROLLBACK) || reasons.stream().anyMatch(Failure::isOtherConflict)) {
      return new Failure(
          new UnavailableException("The database is busy with conflicting changes.", thrown), true);
    }
    if (any(reasons, UNIQUE_VIOLATION)) {
      return new Failure(new RefusedException(taken(reasons)), false);
    }
    if (any(reasons, TEXT_TOO_LONG)) {
      return new Failure(new RefusedException("A text is longer than the store keeps."), false);
    }
    if (any(reasons, CONSTRAINT_VIOLATION) || any(reasons, DATA_EXCEPTION)) {
      return new Failure(new RefusedException("The store cannot keep such a value."), false);
    }
    return new Failure(new UnavailableException("The database does not answer.", thrown), false);
  }

  private static boolean any(List<SQLException> reasons, String stateBeginsWith) {
    return reasons.stream()
        .anyMatch(
            reason ->
                reason.getSQLState() != null && reason.getSQLState().startsWith(stateBeginsWith));
  }

  private static boolean isOtherConflict(SQLException reason) {
    return reason.getSQLState() != null
        && (OTHER_CONFLICTS.contains(reason.getSQLState())
            || message(reason).contains(FIRST_ON_A_VISIT));
  }

  private static String taken(List<SQLException> reasons) {
    for (SQLException reason : reasons) {
      String message = message(reason);
      for (Map.Entry<String, String> each : TAKEN.entrySet()) {
        if (message.contains(each.getKey())) {
          return each.getValue();
        }
      }
    }
    return "A value with this id exists.";
  }

  private static String message(SQLException reason) {
    return String.valueOf(reason.getMessage()).toUpperCase(Locale.ROOT);
  }

  /** EclipseLink names the row unless it was written in a batch. */
  private static RuntimeException stale(OptimisticLockException stale, List<Row<?>> awaited) {
    if (stale.getEntity() instanceof Row<?> row) {
      return new StaleVersionException(Kinds.nameOf(row.getClass()), row.id());
    }
    if (awaited.isEmpty()) {
      return new StaleVersionException("value", "that was to be changed");
    }
    Row<?> first = awaited.get(0);
    String others = awaited.size() == 1 ? "" : " or another of " + awaited.size();
    return new StaleVersionException(Kinds.nameOf(first.getClass()), first.id() + others);
  }
}
