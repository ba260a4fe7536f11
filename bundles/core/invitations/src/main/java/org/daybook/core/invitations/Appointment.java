package org.daybook.core.invitations;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.daybook.api.delivery.CalendarEvent;
import org.daybook.api.delivery.Letter.Mailbox;
import org.daybook.api.directory.Client;
import org.daybook.api.directory.Contact;
import org.daybook.api.directory.Site;
import org.daybook.api.directory.StaffMember;
import org.daybook.api.store.Transaction;
import org.daybook.api.visit.Visit;

/**
 * A visit as its client's people are told of it.
 *
 * @param place where
 * @param organizer who answers for it: the engineer's manager if they can be written to
 */
record Appointment(
    Visit visit, Client client, String engineer, String place, Mailbox organizer, Words words) {

  /** What is known of a visit; empty if its client is no longer there. */
  static Optional<Appointment> of(Transaction tx, Visit visit, String lastResort) {
    return tx.clients().find(visit.clientId()).map(client -> of(tx, visit, client, lastResort));
  }

  private static Appointment of(Transaction tx, Visit visit, Client client, String lastResort) {
    Optional<StaffMember> engineer = tx.staff().find(visit.engineerId());
    Optional<Site> site = tx.sites().find(visit.siteId());
    Mailbox organizer =
        Stream.of(
                engineer.flatMap(StaffMember::managerId).flatMap(tx.staff()::find),
                client.managerId().flatMap(tx.staff()::find),
                engineer)
            .flatMap(Optional::stream)
            .flatMap(member -> mailbox(member).stream())
            .findFirst()
            .orElse(new Mailbox("", lastResort));
    return new Appointment(
        visit,
        client,
        engineer.map(StaffMember::name).orElse(""),
        site.map(each -> each.name() + ", " + each.address()).orElse(""),
        organizer,
        new Words(client));
  }

  private static Optional<Mailbox> mailbox(StaffMember member) {
    return member
        .email()
        .filter(Readers::isUsable)
        .map(address -> new Mailbox(member.name(), address));
  }

  /** The event as one person's calendar has it. */
  CalendarEvent event(
      Contact contact, int sequence, Instant now, Duration length, boolean cancelled) {
    return CalendarEvent.builder()
        .uid(CalendarEvent.uidOfVisit(visit.id()))
        .sequence(sequence)
        .changedAt(now)
        .start(visit.plannedFor())
        .duration(length)
        .zone(client.zone())
        .summary(words.get("event.summary", facts()))
        .location(Optional.of(place).filter(text -> !text.isBlank()))
        .description(words.get("event.description", facts()))
        .status(cancelled ? CalendarEvent.Status.CANCELLED : CalendarEvent.Status.CONFIRMED)
        .organizer(organizer)
        .addAttendees(new Mailbox(contact.name(), contact.email().orElseThrow()))
        .build();
  }

  String subject(String kind) {
    Map<String, Object> facts = new LinkedHashMap<>(facts());
    facts.put("day", words.shortDay(visit.plannedFor()));
    return words.get("subject." + kind, facts);
  }

  /** The greeting, the sentence of that kind, and the place. */
  List<String> lines(String kind, Contact contact) {
    String greeting = words.get("greeting", Map.of("name", contact.name()));
    String sentence = words.get("body." + kind, facts());
    return place.isBlank()
        ? List.of(greeting, "", sentence)
        : List.of(greeting, "", sentence, words.get("place", Map.of("place", place)));
  }

  private Map<String, Object> facts() {
    return Map.of(
        "client", client.name(),
        "engineer", engineer,
        "day", words.day(visit.plannedFor()),
        "time", words.time(visit.plannedFor()));
  }
}
