package org.daybook.core.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.daybook.api.access.Role;
import org.daybook.api.directory.Asset;
import org.daybook.api.directory.Client;
import org.daybook.api.directory.Site;
import org.daybook.api.directory.StaffMember;
import org.daybook.api.plan.Absence;
import org.daybook.api.plan.VisitTerms;
import org.daybook.api.store.AbsenceQuery;
import org.daybook.api.store.AssetQuery;
import org.daybook.api.store.ClientQuery;
import org.daybook.api.store.SiteQuery;
import org.daybook.api.store.StaffQuery;
import org.daybook.api.store.Transaction;
import org.daybook.api.store.VisitQuery;
import org.daybook.api.store.VisitTermsQuery;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitState;

/**
 * What counts for the plan of a month, as it stands.
 *
 * @param clients by code
 * @param sites of each client, by id
 * @param devices in use of each site
 * @param engineers who work, by id
 * @param visits in the month and a few days around it that were neither missed nor cancelled
 */
record Company(
    List<Client> clients,
    Map<String, List<Site>> sites,
    Map<String, Integer> devices,
    List<StaffMember> engineers,
    Map<String, VisitTerms> terms,
    List<Absence> absences,
    List<Visit> visits) {

  /** All of it. */
  static Company whole(Transaction tx, YearMonth month) {
    Map<String, Integer> devices = new HashMap<>();
    for (Asset asset : tx.assets().all(AssetQuery.builder().retired(false).build())) {
      devices.merge(asset.siteId(), 1, Integer::sum);
    }
    Map<String, VisitTerms> terms =
        tx.visitTerms().all(VisitTermsQuery.everything()).stream()
            .collect(Collectors.toMap(VisitTerms::id, each -> each));
    return new Company(
        byCode(tx.clients().all(ClientQuery.everything())),
        tx.sites().all(SiteQuery.everything()).stream()
            .collect(Collectors.groupingBy(Site::clientId)),
        devices,
        engineers(tx),
        terms,
        absences(tx, month),
        standing(tx.visits().all(around(month).build())));
  }

  /** What concerns the visits of one engineer and of one client. */
  static Company around(Transaction tx, YearMonth month, String engineerId, String clientId) {
    Map<String, Visit> visits = new LinkedHashMap<>();
    tx.visits()
        .all(around(month).engineerId(engineerId).build())
        .forEach(visit -> visits.put(visit.id(), visit));
    tx.visits()
        .all(around(month).clientId(clientId).build())
        .forEach(visit -> visits.put(visit.id(), visit));
    Map<String, Client> clients = new TreeMap<>();
    Map<String, List<Site>> sites = new HashMap<>();
    Map<String, Integer> devices = new HashMap<>();
    Map<String, VisitTerms> terms = new HashMap<>();
    List<String> ids = new ArrayList<>(visits.values().stream().map(Visit::clientId).toList());
    ids.add(clientId);
    for (String id : ids) {
      if (!clients.containsKey(id)) {
        tx.clients().find(id).ifPresent(client -> clients.put(id, client));
        tx.visitTerms().find(id).ifPresent(found -> terms.put(id, found));
        sites.put(id, sites(tx, id));
        sites.get(id).forEach(site -> devices.put(site.id(), devices(tx, site)));
      }
    }
    return new Company(
        byCode(List.copyOf(clients.values())),
        sites,
        devices,
        engineers(tx),
        terms,
        absences(tx, month),
        standing(List.copyOf(visits.values())));
  }

  /** Visits in the month and a few days around it to which nobody came. */
  static List<Visit> missed(Transaction tx, YearMonth month) {
    return tx.visits().all(around(month).addStates(VisitState.MISSED).build());
  }

  static List<Site> sites(Transaction tx, String clientId) {
    return tx.sites().all(SiteQuery.builder().clientId(clientId).build());
  }

  /** The same as if there were not that visit. */
  Company without(String visitId) {
    List<Visit> others = visits.stream().filter(visit -> !visit.id().equals(visitId)).toList();
    return new Company(clients, sites, devices, engineers, terms, absences, others);
  }

  Optional<VisitTerms> termsOf(String clientId) {
    return Optional.ofNullable(terms.get(clientId));
  }

  List<Site> sitesOf(String clientId) {
    return sites.getOrDefault(clientId, List.of());
  }

  String clientName(String clientId) {
    return clients.stream()
        .filter(client -> client.id().equals(clientId))
        .findFirst()
        .map(Client::name)
        .orElse(clientId);
  }

  /** The day of a visit in its client's zone. */
  LocalDate day(Visit visit) {
    return clients.stream()
        .filter(client -> client.id().equals(visit.clientId()))
        .findFirst()
        .map(client -> visit.plannedFor().atZone(client.zone()).toLocalDate())
        .orElseGet(() -> visit.plannedFor().atZone(ZoneOffset.UTC).toLocalDate());
  }

  /** Whether it is that month for a visit's client. */
  boolean isIn(YearMonth month, Visit visit) {
    return YearMonth.from(day(visit)).equals(month);
  }

  int devicesAt(String siteId) {
    return devices.getOrDefault(siteId, 0);
  }

  int devicesOf(String clientId) {
    return sitesOf(clientId).stream().mapToInt(site -> devicesAt(site.id())).sum();
  }

  private static int devices(Transaction tx, Site site) {
    return (int) tx.assets().count(AssetQuery.builder().siteId(site.id()).retired(false).build());
  }

  private static List<Client> byCode(List<Client> clients) {
    return clients.stream().sorted(Comparator.comparing(Client::code)).toList();
  }

  private static List<StaffMember> engineers(Transaction tx) {
    return tx
        .staff()
        .all(StaffQuery.builder().addRoles(Role.ENGINEER).active(true).build())
        .stream()
        .sorted(Comparator.comparing(StaffMember::id))
        .toList();
  }

  private static List<Absence> absences(Transaction tx, YearMonth month) {
    return tx.absences()
        .all(
            AbsenceQuery.builder()
                .removed(false)
                .from(month.atDay(1).minusDays(2))
                .until(month.atEndOfMonth().plusDays(2))
                .build());
  }

  private static List<Visit> standing(List<Visit> visits) {
    return visits.stream()
        .filter(visit -> visit.state() != VisitState.CANCELLED)
        .filter(visit -> visit.state() != VisitState.MISSED)
        .toList();
  }

  private static VisitQuery.Builder around(YearMonth month) {
    return VisitQuery.builder()
        .from(start(month.atDay(1).minusDays(2)))
        .until(start(month.atEndOfMonth().plusDays(3)));
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
