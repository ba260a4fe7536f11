package org.daybook.web.pages.board.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitState;
import org.daybook.web.pages.board.Details;
import org.daybook.web.pages.board.Look;
import org.daybook.web.pages.board.Svg;
import org.daybook.web.pages.board.Words;
import org.daybook.web.pages.template.SafeHtml;

/**
 * The day of each engineer as a picture (SVG 2): an outline where a visit is planned, filled where
 * somebody was there. Across it is in percent and down in em, so that it fits any screen and any
 * size of text. How long a planned visit takes nobody has said: its outline ends at the next one,
 * or after some hours.
 */
final class Timeline {
  private static final Duration USUAL = Duration.ofHours(3);
  private static final int FIRST_HOUR = 8;
  private static final int LAST_HOUR = 19;
  private static final double HEAD = 1.75;
  private static final double LANE = 3.6;

  private final Look look;
  private final Words words;
  private final ZoneId zone;
  private final LocalDate day;
  private final Instant from;
  private final Instant until;
  private final int hours;
  private final StringBuilder svg = new StringBuilder(4096);

  private Timeline(List<Visit> visits, Look look, Words words) {
    this.look = look;
    this.words = words;
    this.zone = words.zone();
    this.day = look.now().atZone(zone).toLocalDate();
    int first =
        Math.min(
            FIRST_HOUR,
            hour(visits.stream().map(Timeline::begin).min(Instant::compareTo).orElseThrow()));
    int last =
        Math.max(
            LAST_HOUR,
            hour(visits.stream().map(this::end).max(Instant::compareTo).orElseThrow()) + 1);
    this.hours = Math.min(24, last) - first;
    this.from = day.atTime(LocalTime.of(first, 0)).atZone(zone).toInstant();
    this.until = from.plus(Duration.ofHours(hours));
  }

  static SafeHtml of(List<Visit> visits, Look look, Words words) {
    return SafeHtml.rendered(
        visits.isEmpty() ? "" : new Timeline(visits, look, words).draw(visits));
  }

  private static Instant begin(Visit visit) {
    Instant arrived = visit.arrivedAt().orElse(visit.plannedFor());
    return arrived.isBefore(visit.plannedFor()) ? arrived : visit.plannedFor();
  }

  private Instant end(Visit visit) {
    return visit
        .departedAt()
        .orElse(visit.arrivedAt().isPresent() ? look.now() : visit.plannedFor());
  }

  /** What is of another day stands at the edge. */
  private int hour(Instant moment) {
    LocalDate its = moment.atZone(zone).toLocalDate();
    return its.isBefore(day) ? FIRST_HOUR : its.isAfter(day) ? 23 : moment.atZone(zone).getHour();
  }

  private String draw(List<Visit> visits) {
    Map<String, List<Visit>> lanes =
        visits.stream()
            .collect(
                Collectors.groupingBy(Visit::engineerId, LinkedHashMap::new, Collectors.toList()));
    double height = HEAD + lanes.size() * LANE;
    Svg.open(
        svg,
        "timeline",
        "timeline",
        height,
        words.get("timeline"),
        words.fill("timeline.desc", Map.of("engineers", lanes.size(), "visits", visits.size())));
    hours(height);
    double top = HEAD;
    for (Map.Entry<String, List<Visit>> lane : lanes.entrySet()) {
      lane(lane.getKey(), lane.getValue(), top);
      top += LANE;
    }
    now(height);
    return svg.append("</svg>").toString();
  }

  private void hours(double height) {
    int first = from.atZone(zone).getHour();
    for (int i = 0; i < hours; i++) {
      String x = percent(from.plus(Duration.ofHours(i)));
      svg.append("<line class=\"hour\" x1=\"")
          .append(x)
          .append("\" x2=\"")
          .append(x)
          .append("\" y1=\"")
          .append(Svg.em(HEAD - .25))
          .append("\" y2=\"")
          .append(Svg.em(height))
          .append("\"/>");
      if (i % 2 == 0) {
        svg.append("<text class=\"hour\" x=\"")
            .append(x)
            .append("\" y=\"1em\">")
            .append(String.format(Locale.ROOT, "%02d", (first + i) % 24))
            .append("</text>");
      }
    }
  }

  private void now(double height) {
    if (!look.now().isBefore(from) && look.now().isBefore(until)) {
      String x = percent(look.now());
      svg.append("<line class=\"now\" x1=\"")
          .append(x)
          .append("\" x2=\"")
          .append(x)
          .append("\" y1=\"")
          .append(Svg.em(HEAD - .5))
          .append("\" y2=\"")
          .append(Svg.em(height))
          .append("\"/>");
    }
  }

  private void lane(String engineerId, List<Visit> visits, double top) {
    svg.append("<text class=\"who\" y=\"")
        .append(Svg.em(top + 1))
        .append("\">")
        .append(Svg.escape(look.nameOf(engineerId)))
        .append("</text>");
    for (int i = 0; i < visits.size(); i++) {
      Visit visit = visits.get(i);
      Instant next = i + 1 < visits.size() ? visits.get(i + 1).plannedFor() : until;
      bar(visit, next, top + 1.4);
    }
  }

  private void bar(Visit visit, Instant next, double top) {
    String tone = Details.tone(visit, look);
    Instant planned = visit.plannedFor();
    Instant usual = planned.plus(USUAL);
    Instant plannedEnd = usual.isBefore(next) || !next.isAfter(planned) ? usual : next;
    boolean there = visit.arrivedAt().isPresent();
    Instant begin = there ? visit.arrivedAt().get() : planned;
    Instant end = there ? visit.departedAt().orElse(look.now()) : plannedEnd;
    if (!there || visit.state().isUnderWay()) {
      rect("planned", planned, plannedEnd, top, 1.8);
    }
    if (there || visit.state() == VisitState.MISSED || tone.equals("bad")) {
      rect("line-" + tone, begin, end, top, 1.8);
    }
    label(visit, begin, there && !visit.state().isUnderWay() ? end : later(end, plannedEnd), top);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private void rect(String kind, Instant begin, Instant end, double top, double height) {
    svg.append("<rect class=\"")
        .append(kind)
        .append("\" x=\"")
        .append(percent(begin))
        .append("\" y=\"")
        .append(Svg.em(top))
        .append("\" width=\"")
        .append(width(begin, end))
        .append("\" height=\"")
        .append(Svg.em(height))
        .append("\"/>");
  }

  /** Cut off where its bar ends: the table has it in full. */
  private void label(Visit visit, Instant begin, Instant end, double top) {
    svg.append("<svg x=\"")
        .append(percent(begin))
        .append("\" y=\"")
        .append(Svg.em(top))
        .append("\" width=\"")
        .append(width(begin, end))
        .append("\" height=\"1.8em\">")
        .append("<text class=\"on\" x=\"0.4em\" y=\"1.25em\">")
        .append(Svg.escape(look.clientName(visit.clientId())))
        .append("</text></svg>");
  }

  private String percent(Instant moment) {
    return Svg.percent(share(moment));
  }

  private String width(Instant begin, Instant end) {
    return Svg.percent(Math.max(.6, share(end) - share(begin)));
  }

  private double share(Instant moment) {
    double share =
        100.0
            * Duration.between(from, moment).toMillis()
            / Duration.between(from, until).toMillis();
    return Math.max(0, Math.min(100, share));
  }
}
