package org.daybook.web.rest.view;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.daybook.api.plan.VisitTerms;

/**
 * What a client has agreed on about visits.
 *
 * @param client code
 * @param version 0 while nothing was agreed
 */
public record TermsView(
    String client,
    String clientId,
    Integer visitsPerMonth,
    String reason,
    List<DayOfWeek> weekdays,
    String earliest,
    String latest,
    List<String> closedDays,
    String pattern,
    String patternTime,
    long version)
    implements Versioned {
  public static TermsView of(VisitTerms terms, Names names) {
    return new TermsView(
        names.client(terms.id()),
        terms.id(),
        terms.visitsPerMonth().orElse(null),
        terms.reason().orElse(null),
        terms.weekdays().stream().sorted().toList(),
        terms.earliest().map(LocalTime::toString).orElse(null),
        terms.latest().map(LocalTime::toString).orElse(null),
        terms.closedDays().stream().map(LocalDate::toString).toList(),
        terms.pattern().orElse(null),
        terms.patternTime().map(LocalTime::toString).orElse(null),
        terms.version());
  }
}
