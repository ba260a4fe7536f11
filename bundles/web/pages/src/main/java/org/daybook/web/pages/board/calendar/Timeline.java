package org.daybook.web.pages.board.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.daybook.api.visit.Visit;
import org.daybook.web.pages.board.Look;
import org.daybook.web.pages.board.Svg;
import org.daybook.web.pages.board.Words;
import org.daybook.web.pages.template.SafeHtml;

/**
 * The day of each engineer as a picture (SVG 2): an outline where a visit is planned, filled where
 * somebody was there; what overlaps stands in rows below each other. Across it is in percent and
 * down in em, so that it fits any screen and any size of text.
 */
final class Timeline {
  private static final int FIRST_HOUR = 8;
  private static final int LAST_HOUR = 19;
  private static final double HEAD = 1.75;
  private static final double NAME = 1.4;
  private static final double ROW = 2.1;
  private static final double BAR = 1.8;

  /** In percent: what takes a moment is seen all the same. */
  private static final double NARROWEST = .6;

  /** How wide the picture is at least, in em: on a phone, and elsewhere. */
  private static final double PHONE = 19;

  private static final double DESK = 40;

  /** The width of a letter, in em, taken large. */
  private static final double LETTER = .6;

  private final Look look;
  private final Words words;
  private final ZoneId zone;
  private final LocalDate day;
  private final List<Lane> lanes;
  private final Instant from;
  private final Instant until;
  private final int hours;
  private final StringBuilder svg = new StringBuilder(4096);

  /** The bars of an engineer, in rows in which none covers another. */
  private record Lane(String engineerId, List<List<Bar>> rows) {
    double height() {
      return NAME + rows.size() * ROW;
    }
  }

  private Timeline(Map<String, List<Bar>> bars, Look look, Words words) {
    this.look = look;
    this.words = words;
    this.zone = words.zone();
    this.day = look.now().atZone(zone).toLocalDate();
    List<Bar> all = bars.values().stream().flatMap(List::stream).toList();
    int first =
        Math.min(
            FIRST_HOUR, hour(all.stream().map(Bar::begin).min(Instant::compareTo).orElseThrow()));
    int last =
        Math.max(
            LAST_HOUR,
            hour(all.stream().map(Bar::certain).max(Instant::compareTo).orElseThrow()) + 1);
    this.hours = last - first;
    this.from = day.atTime(LocalTime.of(first, 0)).atZone(zone).toInstant();
    this.until = from.plus(Duration.ofHours(hours));
    this.lanes =
        bars.entrySet().stream()
            .map(each -> new Lane(each.getKey(), rows(each.getValue())))
            .toList();
  }

  /** Blank if there is nothing to be seen of the visits today. */
  static SafeHtml of(List<Visit> visits, Look look, Words words) {
    Map<String, List<Bar>> bars = bars(visits, look, words.zone());
    return SafeHtml.rendered(bars.isEmpty() ? "" : new Timeline(bars, look, words).draw());
  }

  /** By engineer, in the order of the visits. */
  private static Map<String, List<Bar>> bars(List<Visit> visits, Look look, ZoneId zone) {
    LocalDate today = look.now().atZone(zone).toLocalDate();
    Bar.Stretch day =
        new Bar.Stretch(
            today.atStartOfDay(zone).toInstant(), today.plusDays(1).atStartOfDay(zone).toInstant());
    return visits.stream()
        .map(visit -> Bar.of(visit, next(visit, visits), day, look))
        .filter(Bar::visible)
        .collect(
            Collectors.groupingBy(
                bar -> bar.visit().engineerId(), LinkedHashMap::new, Collectors.toList()));
  }

  private static Optional<Instant> next(Visit visit, List<Visit> visits) {
    return visits.stream()
        .filter(other -> other.engineerId().equals(visit.engineerId()))
        .map(Visit::plannedFor)
        .filter(moment -> moment.isAfter(visit.plannedFor()))
        .min(Instant::compareTo);
  }

  /** What began on another day stands at the edge. */
  private int hour(Instant moment) {
    LocalDate its = moment.atZone(zone).toLocalDate();
    return its.isBefore(day) ? FIRST_HOUR : its.isAfter(day) ? 23 : moment.atZone(zone).getHour();
  }

  private List<List<Bar>> rows(List<Bar> bars) {
    List<List<Bar>> rows = new ArrayList<>();
    for (Bar bar : bars.stream().sorted(Comparator.comparing(Bar::begin)).toList()) {
      rows.stream()
          .filter(row -> right(row.get(row.size() - 1)) <= share(bar.begin()))
          .findFirst()
          .orElseGet(
              () -> {
                rows.add(new ArrayList<>());
                return rows.get(rows.size() - 1);
              })
          .add(bar);
    }
    return rows;
  }

  private double right(Bar bar) {
    return Math.max(share(bar.begin()) + NARROWEST, share(bar.end()));
  }

  private String draw() {
    double height = HEAD + lanes.stream().mapToDouble(Lane::height).sum();
    long visits = lanes.stream().flatMap(lane -> lane.rows().stream()).mapToLong(List::size).sum();
    Svg.open(
        svg,
        "timeline",
        "timeline",
        height,
        words.get("timeline"),
        words.fill("timeline.desc", Map.of("engineers", lanes.size(), "visits", visits)));
    hours();
    double top = HEAD;
    for (Lane lane : lanes) {
      lane(lane, top);
      top += lane.height();
    }
    return svg.append("</svg>").toString();
  }

  private void hours() {
    int first = from.atZone(zone).getHour();
    for (int i = 0; i < hours; i += 2) {
      svg.append("<text class=\"hour\" x=\"")
          .append(percent(from.plus(Duration.ofHours(i))))
          .append("\" y=\"1em\">")
          .append(String.format(Locale.ROOT, "%02d", (first + i) % 24))
          .append("</text>");
    }
  }

  /** The name above, the lines of the hours only below it. */
  private void lane(Lane lane, double top) {
    svg.append("<text class=\"who\" y=\"")
        .append(Svg.em(top + 1))
        .append("\">")
        .append(Svg.escape(look.nameOf(lane.engineerId())))
        .append("</text>");
    double begin = top + NAME;
    double end = top + lane.height();
    IntStream.range(0, hours)
        .forEach(i -> line("hour", from.plus(Duration.ofHours(i)), begin, end));
    for (int i = 0; i < lane.rows().size(); i++) {
      for (Bar bar : lane.rows().get(i)) {
        draw(bar, begin + i * ROW);
      }
    }
    if (!look.now().isBefore(from) && look.now().isBefore(until)) {
      line("now", look.now(), begin, end);
    }
  }

  private void line(String kind, Instant moment, double begin, double end) {
    String x = percent(moment);
    svg.append("<line class=\"")
        .append(kind)
        .append("\" x1=\"")
        .append(x)
        .append("\" x2=\"")
        .append(x)
        .append("\" y1=\"")
        .append(Svg.em(begin))
        .append("\" y2=\"")
        .append(Svg.em(end))
        .append("\"/>");
  }

  private void draw(Bar bar, double top) {
    bar.planned().ifPresent(planned -> rect("planned", planned, top));
    bar.spent().ifPresent(spent -> rect("line-" + bar.tone(), spent, top));
    label(bar, top);
  }

  private void rect(String kind, Bar.Stretch stretch, double top) {
    svg.append("<rect class=\"")
        .append(kind)
        .append("\" x=\"")
        .append(percent(stretch.begin()))
        .append("\" y=\"")
        .append(Svg.em(top))
        .append("\" width=\"")
        .append(width(stretch.begin(), stretch.end()))
        .append("\" height=\"")
        .append(Svg.em(BAR))
        .append("\"/>");
  }

  /** Only where there is room for it: the table has it anyway. */
  private void label(Bar bar, double top) {
    String name = look.clientName(bar.visit().clientId());
    double needed = 100 * (name.codePointCount(0, name.length()) * LETTER + .8);
    double share = share(bar.end()) - share(bar.begin());
    if (share * DESK < needed) {
      return;
    }
    svg.append("<svg x=\"")
        .append(percent(bar.begin()))
        .append("\" y=\"")
        .append(Svg.em(top))
        .append("\" width=\"")
        .append(width(bar.begin(), bar.end()))
        .append("\" height=\"1.8em\"")
        .append(share * PHONE < needed ? " class=\"roomy\"" : "")
        .append("><text class=\"on\" x=\"0.4em\" y=\"1.25em\">")
        .append(Svg.escape(name))
        .append("</text></svg>");
  }

  private String percent(Instant moment) {
    return Svg.percent(share(moment));
  }

  private String width(Instant begin, Instant end) {
    return Svg.percent(Math.max(NARROWEST, share(end) - share(begin)));
  }

  private double share(Instant moment) {
    double share =
        100.0
            * Duration.between(from, moment).toMillis()
            / Duration.between(from, until).toMillis();
    return Math.max(0, Math.min(100, share));
  }
}
