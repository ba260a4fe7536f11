package org.daybook.web.calendar;

import java.text.MessageFormat;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.daybook.api.delivery.CalendarEvent;
import org.daybook.api.delivery.EventCalendar;
import org.daybook.api.directory.Client;
import org.daybook.api.directory.Site;
import org.daybook.api.directory.StaffMember;
import org.daybook.api.store.Transaction;
import org.daybook.api.store.VisitQuery;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitKind;
import org.daybook.api.visit.VisitState;

/** What is in a feed. Nothing in it depends on when it is read but which visits are over. */
final class Feeds {
  private final Settings settings;
  private final Clock clock;
  private final Changes changes = new Changes();

  Feeds(Settings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /** The feed of an owner; empty if they are no longer there. */
  Optional<EventCalendar> of(Transaction tx, Owner owner) {
    return owner.staff()
        ? tx.staff().find(owner.id()).filter(StaffMember::active).map(member -> ofStaff(tx, member))
        : tx.contacts()
            .find(owner.id())
            .flatMap(contact -> tx.clients().find(contact.clientId()))
            .filter(Client::active)
            .map(client -> ofClient(tx, client));
  }

  private EventCalendar ofStaff(Transaction tx, StaffMember member) {
    ResourceBundle words = words(settings.language());
    return calendar(
        tx,
        VisitQuery.builder().engineerId(member.id()),
        say(words, "feed.staff", member.name()),
        words,
        (visit, facts) -> facts.client().map(Client::name).orElse(""));
  }

  private EventCalendar ofClient(Transaction tx, Client client) {
    ResourceBundle words = words(client.language());
    return calendar(
        tx,
        VisitQuery.builder().clientId(client.id()),
        say(words, "feed.client", client.name()),
        words,
        (visit, facts) -> facts.engineer().map(StaffMember::name).orElse(""));
  }

  /** What is told of a visit beside that it is one. */
  private interface About {
    String of(Visit visit, Facts facts);
  }

  private record Facts(
      Optional<Client> client, Optional<Site> site, Optional<StaffMember> engineer) {}

  private EventCalendar calendar(
      Transaction tx, VisitQuery.Builder query, String name, ResourceBundle words, About about) {
    List<Visit> visits =
        tx.visits().all(query.from(clock.instant().minus(settings.past())).build()).stream()
            .filter(visit -> visit.state() != VisitState.DRAFT && !visit.neverScheduled())
            .toList();
    Map<String, Optional<Client>> clients = found(visits, Visit::clientId, tx.clients()::find);
    Map<String, Optional<Site>> sites = found(visits, Visit::siteId, tx.sites()::find);
    Map<String, Optional<StaffMember>> staff = found(visits, Visit::engineerId, tx.staff()::find);
    return EventCalendar.builder()
        .name(name)
        .refreshAfter(settings.refresh())
        .addAllEvents(
            visits.stream()
                .filter(visit -> clients.get(visit.clientId()).isPresent())
                .map(
                    visit ->
                        event(
                            tx,
                            visit,
                            new Facts(
                                clients.get(visit.clientId()),
                                sites.get(visit.siteId()),
                                staff.get(visit.engineerId())),
                            words,
                            about))
                .toList())
        .build();
  }

  private CalendarEvent event(
      Transaction tx, Visit visit, Facts facts, ResourceBundle words, About about) {
    String kind = visit.kind() == VisitKind.EMERGENCY ? "emergency" : "planned";
    return CalendarEvent.builder()
        .uid(CalendarEvent.uidOfVisit(visit.id()))
        .sequence(Math.toIntExact(visit.version()))
        .changedAt(changes.of(tx, visit).truncatedTo(ChronoUnit.SECONDS))
        .start(visit.plannedFor())
        .duration(settings.visit())
        .zone(facts.client().orElseThrow().zone())
        .summary(say(words, "summary." + kind, about.of(visit, facts)))
        .location(facts.site().map(site -> site.name() + ", " + site.address()))
        .description(facts.engineer().map(engineer -> say(words, "description", engineer.name())))
        .status(status(visit.state()))
        .build();
  }

  private static CalendarEvent.Status status(VisitState state) {
    return switch (state) {
      case DRAFT, RESCHEDULED -> CalendarEvent.Status.TENTATIVE;
      case CANCELLED, MISSED -> CalendarEvent.Status.CANCELLED;
      case SCHEDULED, ON_SITE, CLOSING, CLOSED, REPORTED -> CalendarEvent.Status.CONFIRMED;
    };
  }

  private static <T> Map<String, Optional<T>> found(
      List<Visit> visits, Function<Visit, String> id, Function<String, Optional<T>> find) {
    return visits.stream().map(id).distinct().collect(Collectors.toMap(Function.identity(), find));
  }

  private static ResourceBundle words(Locale language) {
    Locale known =
        language.getLanguage().equals("ru") ? Locale.forLanguageTag("ru") : Locale.ENGLISH;
    return ResourceBundle.getBundle(
        "org.daybook.web.calendar.words", known, Feeds.class.getClassLoader());
  }

  private static String say(ResourceBundle words, String key, String name) {
    return new MessageFormat(words.getString(key), words.getLocale()).format(new Object[] {name});
  }
}
