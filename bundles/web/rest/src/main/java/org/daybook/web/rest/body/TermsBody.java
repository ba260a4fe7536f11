package org.daybook.web.rest.body;

import java.time.DayOfWeek;
import java.util.List;

/**
 * What a client has agreed on about visits. Times are {@code 09:30} and days {@code 2026-12-31} in
 * the client's zone; the pattern is an RRULE (RFC 5545).
 */
public record TermsBody(
    Integer visitsPerMonth,
    String reason,
    List<DayOfWeek> weekdays,
    String earliest,
    String latest,
    List<String> closedDays,
    String pattern,
    String patternTime) {}
