package org.daybook.storage.jpa.row;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.daybook.api.plan.VisitTerms;

/** A row of {@code visit_terms}. */
@Entity
@Table(name = "visit_terms")
public class VisitTermsRow extends VersionedRow<VisitTerms> {
  @Column(name = "visits_per_month")
  private Integer visitsPerMonth;

  @Column(name = "reason")
  private String reason;

  @Column(name = "weekdays")
  private String weekdays;

  @Column(name = "earliest")
  private String earliest;

  @Column(name = "latest")
  private String latest;

  @Column(name = "closed_days")
  private String closedDays;

  @Column(name = "pattern")
  private String pattern;

  @Column(name = "pattern_time")
  private String patternTime;

  @Override
  protected void copy(VisitTerms terms) {
    visitsPerMonth = terms.visitsPerMonth().orElse(null);
    reason = terms.reason().orElse(null);
    weekdays = joined(terms.weekdays().stream().sorted());
    earliest = terms.earliest().map(LocalTime::toString).orElse(null);
    latest = terms.latest().map(LocalTime::toString).orElse(null);
    closedDays = joined(terms.closedDays().stream());
    pattern = terms.pattern().orElse(null);
    patternTime = terms.patternTime().map(LocalTime::toString).orElse(null);
  }

  @Override
  public VisitTerms value() {
    return VisitTerms.builder()
        .id(id())
        .visitsPerMonth(Optional.ofNullable(visitsPerMonth))
        .reason(Optional.ofNullable(reason))
        .addAllWeekdays(split(weekdays).map(DayOfWeek::valueOf).toList())
        .earliest(Optional.ofNullable(earliest).map(LocalTime::parse))
        .latest(Optional.ofNullable(latest).map(LocalTime::parse))
        .closedDays(split(closedDays).map(LocalDate::parse).toList())
        .pattern(Optional.ofNullable(pattern))
        .patternTime(Optional.ofNullable(patternTime).map(LocalTime::parse))
        .version(currentVersion())
        .build();
  }

  private static String joined(Stream<?> values) {
    return values.map(Object::toString).collect(Collectors.joining(" "));
  }

  private static Stream<String> split(String column) {
    return column.isEmpty() ? Stream.of() : Stream.of(column.split(" "));
  }
}
