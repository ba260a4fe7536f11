package org.daybook.core.planning;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.daybook.api.access.Role;
import org.daybook.api.directory.Client;
import org.daybook.api.directory.ServicePlan;
import org.daybook.api.directory.Site;
import org.daybook.api.directory.StaffMember;
import org.daybook.api.plan.Absence;
import org.daybook.api.plan.VisitTerms;

/** Invented companies, and settings to plan them by. */
final class Worlds {
  static final YearMonth APRIL = YearMonth.of(2026, 4);
  static final Workdays WEEKDAYS = new Workdays(Map.of(), Optional.empty());
  private static final List<ZoneId> ZONES =
      List.of(
          ZoneId.of("Europe/Moscow"),
          ZoneId.of("Europe/Kaliningrad"),
          ZoneId.of("Asia/Yekaterinburg"),
          ZoneId.of("Asia/Kamchatka"),
          ZoneId.of("Europe/Berlin"));
  private static final List<String> PATTERNS =
      List.of(
          "FREQ=MONTHLY;BYDAY=1MO",
          "FREQ=WEEKLY;BYDAY=TU",
          "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR",
          "FREQ=MONTHLY;BYMONTHDAY=31",
          "FREQ=MONTHLY;BYDAY=-1SA");

  private Worlds() {}

  static Settings settings() {
    return Settings.of(config(Map.of()));
  }

  /** The defaults with some other values. */
  static PlanningConfig config(Map<String, Object> others) {
    Map<String, Object> values = new HashMap<>();
    for (Method key : PlanningConfig.class.getDeclaredMethods()) {
      if (key.getDefaultValue() != null) {
        values.put(key.getName(), key.getDefaultValue());
      }
    }
    values.putAll(others);
    return (PlanningConfig)
        Proxy.newProxyInstance(
            PlanningConfig.class.getClassLoader(),
            new Class<?>[] {PlanningConfig.class},
            (proxy, key, arguments) -> values.get(key.getName()));
  }

  /** A company that has everything a plan can stumble over. */
  static Company random(long seed) {
    Random random = new Random(seed);
    List<StaffMember> engineers = new ArrayList<>();
    List<Absence> absences = new ArrayList<>();
    int many = random.nextInt(6);
    for (int i = 0; i < many; i++) {
      StaffMember.Builder engineer =
          StaffMember.builder().id("engineer-" + i).name("Инженер " + i).role(Role.ENGINEER);
      if (random.nextInt(4) == 0) {
        engineer.dayMinutes(120 + random.nextInt(400));
      }
      engineers.add(engineer.build());
      if (random.nextInt(2) == 0) {
        LocalDate from = APRIL.atDay(1 + random.nextInt(28));
        absences.add(
            Absence.builder()
                .id("absence-" + i)
                .staffId("engineer-" + i)
                .firstDay(from)
                .lastDay(from.plusDays(random.nextInt(14)))
                .reason("отпуск")
                .build());
      }
    }
    List<Client> clients = new ArrayList<>();
    Map<String, List<Site>> sites = new HashMap<>();
    Map<String, Integer> devices = new HashMap<>();
    Map<String, VisitTerms> terms = new HashMap<>();
    int customers = 1 + random.nextInt(20);
    for (int i = 0; i < customers; i++) {
      Client client = client(random, i, many);
      clients.add(client);
      List<Site> own = sites(random, client);
      sites.put(client.id(), own);
      own.forEach(site -> devices.put(site.id(), random.nextInt(6) * random.nextInt(12)));
      if (random.nextInt(2) == 0) {
        terms.put(client.id(), terms(random, client));
      }
    }
    return new Company(clients, sites, devices, engineers, terms, absences, List.of());
  }

  /** The same company some time later: illness, closed days, more equipment and less. */
  static Company changed(Company company, Random random) {
    List<Absence> absences = new ArrayList<>(company.absences());
    for (StaffMember engineer : company.engineers()) {
      if (random.nextInt(3) == 0) {
        LocalDate from = APRIL.atDay(1 + random.nextInt(30));
        absences.add(
            Absence.builder()
                .id("later-" + engineer.id())
                .staffId(engineer.id())
                .firstDay(from)
                .lastDay(from.plusDays(random.nextInt(5)))
                .reason("болезнь")
                .build());
      }
    }
    Map<String, Integer> devices = new HashMap<>();
    company
        .devices()
        .forEach(
            (site, many) ->
                devices.put(
                    site,
                    random.nextInt(4) > 0
                        ? many
                        : random.nextInt(3) == 0 ? 0 : many + random.nextInt(20)));
    Map<String, VisitTerms> terms = new HashMap<>(company.terms());
    for (Client client : company.clients()) {
      if (random.nextInt(4) == 0) {
        VisitTerms.Builder more =
            VisitTerms.builder()
                .from(
                    company
                        .termsOf(client.id())
                        .orElse(VisitTerms.builder().id(client.id()).build()));
        for (int i = 0; i < 4; i++) {
          more.addClosedDays(APRIL.atDay(1 + random.nextInt(30)));
        }
        terms.put(client.id(), more.build());
      }
    }
    return new Company(
        company.clients(),
        company.sites(),
        devices,
        company.engineers(),
        terms,
        absences,
        company.visits());
  }

  /** Whether any visit may take longer than before, so that days that were full overflow. */
  static boolean grew(Company before, Company after) {
    return after.devices().entrySet().stream()
        .anyMatch(site -> site.getValue() > before.devicesAt(site.getKey()));
  }

  static Client client(String id) {
    return Client.builder()
        .id(id)
        .code(id)
        .name("ООО «" + id + "»")
        .plan(ServicePlan.PREMIUM)
        .language(Locale.forLanguageTag("ru"))
        .zone(ZONES.get(0))
        .build();
  }

  private static Client client(Random random, int number, int engineers) {
    Optional<String> usual =
        random.nextInt(3) == 0
            ? Optional.empty()
            : Optional.of("engineer-" + random.nextInt(engineers + 1));
    return client("client-%02d".formatted(number)).toBuilder()
        .plan(ServicePlan.values()[random.nextInt(3)])
        .zone(ZONES.get(random.nextInt(10) < 6 ? 0 : random.nextInt(ZONES.size())))
        .engineerId(usual)
        .active(random.nextInt(10) > 0)
        .build();
  }

  private static List<Site> sites(Random random, Client client) {
    List<Site> sites = new ArrayList<>();
    int many = random.nextInt(10) == 0 ? 0 : 1 + random.nextInt(3);
    for (int i = 0; i < many; i++) {
      sites.add(
          Site.builder()
              .id(client.id() + "-site-" + i)
              .clientId(client.id())
              .name("Офис " + i)
              .address("Луговая улица, " + i)
              .district(
                  random.nextInt(3) == 0
                      ? Optional.empty()
                      : Optional.of("Район " + random.nextInt(3)))
              .build());
    }
    return sites;
  }

  private static VisitTerms terms(Random random, Client client) {
    VisitTerms.Builder terms = VisitTerms.builder().id(client.id());
    if (random.nextInt(4) == 0) {
      terms.visitsPerMonth(1 + random.nextInt(31)).reason("так договорились");
    }
    for (DayOfWeek day : DayOfWeek.values()) {
      if (random.nextInt(4) == 0) {
        terms.addWeekdays(day);
      }
    }
    if (random.nextInt(3) == 0) {
      int earliest = 7 + random.nextInt(12);
      terms.earliest(LocalTime.of(earliest, 30));
      if (random.nextInt(2) == 0) {
        terms.latest(LocalTime.of(earliest + random.nextInt(5), 45));
      }
    }
    int closed = random.nextInt(4) == 0 ? random.nextInt(30) : 0;
    for (int i = 0; i < closed; i++) {
      terms.addClosedDays(APRIL.atDay(1 + random.nextInt(30)));
    }
    if (random.nextInt(3) == 0) {
      terms.pattern(PATTERNS.get(random.nextInt(PATTERNS.size())));
      if (random.nextInt(2) == 0) {
        terms.patternTime(LocalTime.of(8 + random.nextInt(10), 0));
      }
    }
    return terms.build();
  }
}
