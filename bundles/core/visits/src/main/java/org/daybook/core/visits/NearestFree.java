package org.daybook.core.visits;

import static java.util.stream.Collectors.groupingBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.daybook.api.access.Role;
import org.daybook.api.directory.Client;
import org.daybook.api.directory.StaffMember;
import org.daybook.api.store.StaffQuery;
import org.daybook.api.store.Transaction;
import org.daybook.api.store.VisitQuery;
import org.daybook.api.visit.Candidate;
import org.daybook.api.visit.Candidate.Nearness;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitKind;
import org.daybook.api.visit.VisitState;

/**
 * Who could be sent to an emergency, the best first. Nobody tells us where people are; the visits
 * of the client's day do.
 */
final class NearestFree {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  /** Free before kept, near before far, usual before others, then who has least ahead today. */
  private static final Comparator<Ranked> BEST_FIRST =
      Comparator.comparing((Ranked ranked) -> !ranked.candidate().free())
          .thenComparing(ranked -> ranked.candidate().nearness())
          .thenComparing(ranked -> !ranked.candidate().usual())
          .thenComparing(Ranked::ahead)
          .thenComparing(ranked -> ranked.candidate().engineerName(), Order::naturally)
          .thenComparing(ranked -> ranked.candidate().engineerId());

  private final Transaction tx;
  private final Instant now;
  private final Duration trip;
  private final Map<String, String> names = new HashMap<>();

  private record Ranked(Candidate candidate, int ahead) {}

  /**
   * @param trip how long who is sent is away
   */
  NearestFree(Transaction tx, Instant now, Duration trip) {
    this.tx = tx;
    this.now = now;
    this.trip = trip;
  }

  List<Candidate> of(Client client, String siteId) {
    Map<String, List<Visit>> visits = visits(client.zone());
    return tx
        .staff()
        .all(StaffQuery.builder().addRoles(Role.ENGINEER).active(true).build())
        .stream()
        .map(
            engineer ->
                rank(engineer, visits.getOrDefault(engineer.id(), List.of()), client, siteId))
        .sorted(BEST_FIRST)
        .map(Ranked::candidate)
        .toList();
  }

  /** By engineer: those of today, and whatever is under way or an emergency that waits. */
  private Map<String, List<Visit>> visits(ZoneId zone) {
    LocalDate today = now.atZone(zone).toLocalDate();
    Instant midnight = today.plusDays(1).atStartOfDay(zone).toInstant();
    Instant back = now.plus(trip);
    VisitQuery ofToday =
        VisitQuery.builder()
            .from(today.atStartOfDay(zone).toInstant())
            .until(midnight.isAfter(back) ? midnight : back)
            .addStates(VisitState.SCHEDULED, VisitState.CLOSED, VisitState.REPORTED)
            .build();
    VisitQuery underWay =
        VisitQuery.builder().addStates(VisitState.ON_SITE, VisitState.CLOSING).build();
    VisitQuery waiting =
        VisitQuery.builder().kind(VisitKind.EMERGENCY).addStates(VisitState.SCHEDULED).build();
    Map<String, Visit> byId = new LinkedHashMap<>();
    Stream.of(ofToday, underWay, waiting)
        .flatMap(query -> tx.visits().all(query).stream())
        .forEach(visit -> byId.putIfAbsent(visit.id(), visit));
    return byId.values().stream().collect(groupingBy(Visit::engineerId));
  }

  private Ranked rank(StaffMember engineer, List<Visit> visits, Client client, String siteId) {
    Optional<String> keeps = keeps(visits, client.zone());
    Nearness nearness =
        visits.stream()
            .map(visit -> nearness(visit, client, siteId))
            .min(Comparator.naturalOrder())
            .orElse(Nearness.UNKNOWN);
    boolean usual = client.engineerId().filter(engineer.id()::equals).isPresent();
    List<String> reason = new ArrayList<>();
    reason.add(keeps.orElse("Free now."));
    reason.add(sentence(nearness));
    if (usual) {
      reason.add("Usually comes to this client.");
    }
    Candidate candidate =
        Candidate.builder()
            .engineerId(engineer.id())
            .engineerName(engineer.name())
            .free(keeps.isEmpty())
            .usual(usual)
            .nearness(nearness)
            .reason(String.join(" ", reason))
            .build();
    int ahead = (int) visits.stream().filter(v -> v.state() == VisitState.SCHEDULED).count();
    return new Ranked(candidate, ahead);
  }

  /** What keeps somebody from setting out at once, as a sentence. */
  private Optional<String> keeps(List<Visit> visits, ZoneId zone) {
    return visits.stream()
        .filter(visit -> visit.state().isUnderWay())
        .map(visit -> "At a visit to " + name(visit) + " now.")
        .findFirst()
        .or(
            () ->
                waiting(visits)
                    .filter(visit -> visit.kind() == VisitKind.EMERGENCY)
                    .map(visit -> "Has another emergency, at " + name(visit) + ".")
                    .findFirst())
        .or(
            () ->
                waiting(visits)
                    .filter(visit -> visit.plannedFor().isBefore(now.plus(trip)))
                    .map(visit -> due(visit, zone))
                    .findFirst());
  }

  private String due(Visit visit, ZoneId zone) {
    return "Is due at "
        + name(visit)
        + " at "
        + TIME.format(visit.plannedFor().atZone(zone))
        + ", before they could be back.";
  }

  private static Stream<Visit> waiting(List<Visit> visits) {
    return visits.stream().filter(visit -> visit.state() == VisitState.SCHEDULED);
  }

  private String name(Visit visit) {
    return names.computeIfAbsent(
        visit.clientId(), id -> tx.clients().find(id).map(Client::name).orElse(id));
  }

  private static Nearness nearness(Visit visit, Client client, String siteId) {
    if (visit.siteId().equals(siteId)) {
      return Nearness.SAME_SITE;
    }
    return visit.clientId().equals(client.id()) ? Nearness.SAME_CLIENT : Nearness.ELSEWHERE;
  }

  private static String sentence(Nearness nearness) {
    return switch (nearness) {
      case SAME_SITE -> "Is at this very site today.";
      case SAME_CLIENT -> "Is at another site of the client today.";
      case ELSEWHERE -> "Is at other clients today.";
      case UNKNOWN -> "Has no visit today.";
    };
  }
}
