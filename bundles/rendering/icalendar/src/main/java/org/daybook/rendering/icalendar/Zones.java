package org.daybook.rendering.icalendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.fortuna.ical4j.model.DateList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.Daylight;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.RDate;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;

/**
 * The rules of time zones (RFC 5545, section 3.6.5), as far as a calendar needs them: every change
 * of the clock in its span is told by its date, so that nothing depends on how a reader goes on
 * with a rule.
 */
final class Zones {
  private Zones() {}

  /** A change of the clock, as it comes again and again. */
  private record Change(ZoneOffset before, ZoneOffset after, boolean daylight) {
    static Change of(ZoneRules rules, ZoneOffsetTransition transition) {
      return new Change(
          transition.getOffsetBefore(),
          transition.getOffsetAfter(),
          rules.isDaylightSavings(transition.getInstant()));
    }
  }

  static VTimeZone of(ZoneId zone, Instant from, Instant to) {
    ZoneRules rules = zone.getRules();
    Map<Change, List<LocalDateTime>> changes = new LinkedHashMap<>();
    // What is in force at the beginning was put in force by the last change before.
    ZoneOffsetTransition next = rules.previousTransition(from.plusNanos(1));
    if (next == null) {
      ZoneOffset offset = rules.getOffset(from);
      Change always = new Change(offset, offset, rules.isDaylightSavings(from));
      changes.put(always, List.of(LocalDateTime.ofInstant(from, offset)));
      next = rules.nextTransition(from);
    }
    while (next != null && next.getInstant().isBefore(to)) {
      changes
          .computeIfAbsent(Change.of(rules, next), change -> new ArrayList<>())
          .add(next.getDateTimeBefore());
      next = rules.nextTransition(next.getInstant());
    }
    VTimeZone model = new VTimeZone(new PropertyList(List.of(new TzId(zone.getId()))));
    changes.forEach((change, dates) -> model.add(observance(change, dates)));
    return model;
  }

  private static Observance observance(Change change, List<LocalDateTime> dates) {
    List<Property> properties = new ArrayList<>();
    properties.add(new DtStart<>(dates.get(0)));
    properties.add(new TzOffsetFrom(change.before()));
    properties.add(new TzOffsetTo(change.after()));
    if (dates.size() > 1) {
      properties.add(new RDate<>(new DateList<>(dates.subList(1, dates.size()))));
    }
    PropertyList all = new PropertyList(properties);
    return change.daylight() ? new Daylight(all) : new Standard(all);
  }
}
