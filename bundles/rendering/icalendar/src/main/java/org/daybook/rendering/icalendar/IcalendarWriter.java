package org.daybook.rendering.icalendar;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Name;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.daybook.api.delivery.CalendarEvent;
import org.daybook.api.delivery.CalendarWriter;
import org.daybook.api.delivery.EventCalendar;
import org.daybook.api.error.InvalidInputException;
import org.osgi.service.component.annotations.Component;

/**
 * Writes calendars by ical4j's model. Lines are folded here, because ical4j counts characters, and
 * RFC 5545 octets; the rules of zones are those of this Java, because ical4j's own are of another
 * age and may be looked up on the net.
 */
@Component
public final class IcalendarWriter implements CalendarWriter {
  private static final String PRODUCT = "-//Daybook//Daybook//EN";

  @Override
  public String write(EventCalendar calendar) {
    return Lines.folded(model(calendar).toString());
  }

  static Calendar model(EventCalendar calendar) {
    Calendar model = new Calendar();
    model.add(new ProdId(PRODUCT));
    model.add(ImmutableVersion.VERSION_2_0);
    model.add(ImmutableCalScale.GREGORIAN);
    calendar.method().ifPresent(method -> model.add(method(method)));
    calendar
        .name()
        .map(Texts::plain)
        .ifPresent(
            name -> {
              // The standard's (RFC 7986) and the one that more programs know.
              model.add(new Name(name));
              model.add(new XProperty("X-WR-CALNAME", name));
            });
    calendar
        .refreshAfter()
        .ifPresent(
            pause -> {
              model.add(new RefreshInterval(new ParameterList(List.of(Value.DURATION)), pause));
              model.add(new XProperty("X-PUBLISHED-TTL", pause.toString()));
            });
    zones(calendar).forEach((zone, span) -> model.add(Zones.of(zone, span.from(), span.to())));
    calendar.events().forEach(event -> model.add(Events.of(event)));
    return model;
  }

  private static Method method(String method) {
    return switch (method) {
      case "REQUEST" -> ImmutableMethod.REQUEST;
      case "CANCEL" -> ImmutableMethod.CANCEL;
      case "PUBLISH" -> ImmutableMethod.PUBLISH;
      default -> throw new InvalidInputException("method", "must be REQUEST, CANCEL or PUBLISH");
    };
  }

  /** From when to when the rules of a zone matter. */
  private record Span(Instant from, Instant to) {
    static Span of(CalendarEvent event) {
      return new Span(event.start(), event.start().plus(event.duration()));
    }

    Span and(Span other) {
      return new Span(
          from.isBefore(other.from) ? from : other.from, to.isAfter(other.to) ? to : other.to);
    }

    /** Nothing is looked up at its very edge. */
    Span widened() {
      return new Span(from.minus(1, ChronoUnit.DAYS), to.plus(1, ChronoUnit.DAYS));
    }
  }

  /** The zones that have rules, each with its span, in the order of their names. */
  private static TreeMap<ZoneId, Span> zones(EventCalendar calendar) {
    TreeMap<ZoneId, Span> zones = new TreeMap<>(Comparator.comparing(ZoneId::getId));
    calendar.events().stream()
        .filter(event -> isNamed(event.zone()))
        .forEach(event -> zones.merge(event.zone(), Span.of(event).widened(), Span::and));
    return zones;
  }

  /** An offset, and UTC, have no name that calendar programs know: their times are told in UTC. */
  static boolean isNamed(ZoneId zone) {
    return !(zone.normalized() instanceof ZoneOffset);
  }
}
