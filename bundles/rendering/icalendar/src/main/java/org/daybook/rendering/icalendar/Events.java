package org.daybook.rendering.icalendar;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import net.fortuna.ical4j.model.Parameter;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Role;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.parameter.TzId;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Duration;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import org.daybook.api.delivery.CalendarEvent;
import org.daybook.api.delivery.Letter.Mailbox;
import org.daybook.api.error.InvalidInputException;

/** Single events (RFC 5545, section 3.6.1). */
final class Events {
  private Events() {}

  static VEvent of(CalendarEvent event) {
    check(event);
    VEvent model = new VEvent(false);
    model.add(new Uid(event.uid()));
    // Without a method both say when the event was changed (RFC 5545, section 3.8.7.2).
    model.add(new DtStamp(event.changedAt()));
    model.add(new LastModified(event.changedAt()));
    model.add(new Sequence(event.sequence()));
    model.add(start(event));
    model.add(new Duration(event.duration()));
    model.add(new Summary(Texts.plain(event.summary())));
    event.location().map(Texts::plain).ifPresent(text -> model.add(new Location(text)));
    event.description().map(Texts::plain).ifPresent(text -> model.add(new Description(text)));
    event.url().ifPresent(url -> model.add(new Url(address("url", url))));
    model.add(status(event.status()));
    model.add(
        event.status() == CalendarEvent.Status.CANCELLED
            ? ImmutableTransp.TRANSPARENT
            : ImmutableTransp.OPAQUE);
    event.organizer().ifPresent(mailbox -> model.add(organizer(mailbox)));
    event.attendees().forEach(mailbox -> model.add(attendee(mailbox)));
    return model;
  }

  private static void check(CalendarEvent event) {
    if (event.uid().isBlank() || !event.uid().equals(Texts.line(event.uid()))) {
      throw new InvalidInputException("uid", "must be one line");
    }
    if (event.sequence() < 0) {
      throw new InvalidInputException("sequence", "must be 0 or more");
    }
    if (event.duration().isNegative() || event.duration().isZero()) {
      throw new InvalidInputException("duration", "must be positive");
    }
  }

  private static Property start(CalendarEvent event) {
    if (!IcalendarWriter.isNamed(event.zone())) {
      return new DtStart<>(event.start());
    }
    LocalDateTime local = event.start().atZone(event.zone()).toLocalDateTime();
    if (!local.atZone(event.zone()).toInstant().equals(event.start())) {
      // A local time that comes twice means its first coming (RFC 5545, section 3.3.5).
      return new DtStart<>(event.start());
    }
    return new DtStart<>(new ParameterList(List.of(new TzId(event.zone().getId()))), local);
  }

  private static Status status(CalendarEvent.Status status) {
    return switch (status) {
      case TENTATIVE -> ImmutableStatus.VEVENT_TENTATIVE;
      case CONFIRMED -> ImmutableStatus.VEVENT_CONFIRMED;
      case CANCELLED -> ImmutableStatus.VEVENT_CANCELLED;
    };
  }

  private static Property organizer(Mailbox mailbox) {
    return new Organizer(new ParameterList(name(mailbox)), mailto("organizer", mailbox));
  }

  /** Asked to know of it, not to answer. */
  private static Property attendee(Mailbox mailbox) {
    List<Parameter> parameters = new ArrayList<>(name(mailbox));
    parameters.add(Role.REQ_PARTICIPANT);
    parameters.add(PartStat.NEEDS_ACTION);
    parameters.add(Rsvp.FALSE);
    return new Attendee(new ParameterList(parameters), mailto("attendees", mailbox));
  }

  private static List<Parameter> name(Mailbox mailbox) {
    String name = Texts.line(mailbox.name());
    return name.isEmpty() ? List.of() : List.of(new Cn(name));
  }

  private static URI mailto(String field, Mailbox mailbox) {
    try {
      if (mailbox.address().isBlank()) {
        throw new InvalidInputException(field, "must have an address");
      }
      return new URI("mailto", mailbox.address(), null);
    } catch (URISyntaxException e) {
      throw new InvalidInputException(field, "is not an e-mail address");
    }
  }

  private static URI address(String field, String url) {
    try {
      URI address = new URI(url);
      if (address.isAbsolute()) {
        return address;
      }
    } catch (URISyntaxException e) {
      throw new InvalidInputException(field, "is not an address");
    }
    throw new InvalidInputException(field, "must be absolute");
  }
}
