package org.daybook.core.planning;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.error.StaleVersionException;
import org.daybook.api.plan.VisitTerms;
import org.daybook.api.store.Transaction;

/** The rules of what clients agree on about visits. */
final class TermsEntry {
  private static final int LONGEST_REASON = 1000;
  private static final int MOST_VISITS = 31;
  private static final int MOST_CLOSED = 1000;
  private static final int FIRST_YEAR = 1970;
  private static final int LAST_YEAR = 2199;

  private TermsEntry() {}

  static VisitTerms set(Transaction tx, VisitTerms terms) {
    if (tx.clients().find(terms.id()).isEmpty()) {
      throw new NotFoundException("client", terms.id());
    }
    VisitTerms tidy = tidy(terms);
    check(tidy);
    Optional<VisitTerms> before = tx.visitTerms().findForUpdate(terms.id());
    long version = before.map(VisitTerms::version).orElse(0L);
    if (version != terms.version()) {
      throw new StaleVersionException("visit terms", terms.id());
    }
    return before.isEmpty() ? tx.visitTerms().insert(tidy) : tx.visitTerms().update(tidy);
  }

  private static VisitTerms tidy(VisitTerms terms) {
    return terms.toBuilder()
        .reason(terms.reason().map(String::strip).filter(text -> !text.isEmpty()))
        .pattern(terms.pattern().map(String::strip).filter(text -> !text.isEmpty()))
        .closedDays(terms.closedDays().stream().distinct().sorted().toList())
        .build();
  }

  private static void check(VisitTerms terms) {
    Input input = new Input();
    input.require(
        terms.visitsPerMonth().filter(many -> many < 1 || many > MOST_VISITS).isEmpty(),
        "visitsPerMonth",
        "must be 1 to " + MOST_VISITS);
    boolean agreed = terms.visitsPerMonth().isPresent();
    input.require(
        !agreed || terms.reason().isPresent(), "reason", "is required with visitsPerMonth");
    input.require(
        agreed || terms.reason().isEmpty(), "reason", "says why visitsPerMonth is not the norm");
    input.require(
        terms.reason().filter(text -> text.length() > LONGEST_REASON).isEmpty(),
        "reason",
        "must have at most " + LONGEST_REASON + " characters");
    input.require(
        terms.earliest().isEmpty()
            || terms.latest().isEmpty()
            || !terms.latest().get().isBefore(terms.earliest().get()),
        "latest",
        "must not be before earliest");
    checkDays(input, terms.closedDays());
    terms.pattern().ifPresent(pattern -> checkPattern(input, pattern));
    input.require(
        terms.patternTime().isEmpty() || terms.pattern().isPresent(),
        "patternTime",
        "needs a pattern");
    input.throwIfWrong();
  }

  private static void checkDays(Input input, List<LocalDate> days) {
    input.require(
        days.size() <= MOST_CLOSED, "closedDays", "must be at most " + MOST_CLOSED + " days");
    input.require(
        days.stream().allMatch(day -> day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR),
        "closedDays",
        "must lie between " + FIRST_YEAR + " and " + LAST_YEAR);
  }

  private static void checkPattern(Input input, String pattern) {
    try {
      Pattern.parse(pattern);
    } catch (IllegalArgumentException e) {
      input.require(false, "pattern", e.getMessage());
    }
  }
}
