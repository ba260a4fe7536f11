package org.daybook.core.visits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.daybook.api.directory.Client;
import org.daybook.api.directory.ServicePlan;
import org.daybook.api.plan.WorkCalendar;
import org.daybook.testkit.Examples;
import org.junit.Test;

public final class EmergencyClockTest {
  private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private final EmergencyClock clock =
      EmergencySettings.clock(VisitsFixture.config(Map.of()), () -> null);

  @Test
  public void aroundTheClockTwoHoursAreTwoHours() {
    assertThat(clock.dueBy(at("2026-11-21T23:30", MOSCOW), client(ServicePlan.PREMIUM, MOSCOW)))
        .isEqualTo(at("2026-11-22T01:30", MOSCOW));
  }

  @Test
  public void withinTheDayBusinessHoursAreTheSame() {
    assertBusiness("2026-11-20T10:15", "2026-11-20T12:15", MOSCOW);
    assertBusiness("2026-11-20T16:00", "2026-11-20T18:00", MOSCOW);
  }

  @Test
  public void beforeOpeningTheClockStartsAtTheOpening() {
    assertBusiness("2026-11-20T06:40", "2026-11-20T11:00", MOSCOW);
  }

  @Test
  public void afterClosingItStartsAtTheNextOpening() {
    assertBusiness("2026-11-19T18:00", "2026-11-20T11:00", MOSCOW);
    assertBusiness("2026-11-19T22:00", "2026-11-20T11:00", MOSCOW);
  }

  @Test
  public void whatIsLeftAtClosingGoesOverTheWeekend() {
    assertBusiness("2026-11-20T17:30", "2026-11-23T10:30", MOSCOW);
    assertBusiness("2026-11-21T12:00", "2026-11-23T11:00", MOSCOW);
  }

  @Test
  public void theProductionCalendarKnowsBetterThanTheDaysOfTheWeek() {
    Set<LocalDate> free = Set.of(LocalDate.parse("2026-11-20"), LocalDate.parse("2026-11-22"));
    AtomicReference<WorkCalendar> present = new AtomicReference<>(day -> !free.contains(day));
    EmergencyClock transferred =
        EmergencySettings.clock(VisitsFixture.config(Map.of()), present::get);
    Client client = client(ServicePlan.STANDARD, MOSCOW);
    Instant request = at("2026-11-19T18:00", MOSCOW);
    assertThat(transferred.dueBy(request, client)).isEqualTo(at("2026-11-21T11:00", MOSCOW));

    present.set(null);
    assertThat(transferred.dueBy(request, client)).isEqualTo(at("2026-11-20T11:00", MOSCOW));
  }

  @Test
  public void businessHoursAreThoseOnTheClientsWall() {
    Instant request = at("2026-11-20T08:30", MOSCOW);
    Client inVladivostok = client(ServicePlan.STANDARD, ZoneId.of("Asia/Vladivostok"));
    assertThat(clock.dueBy(request, inVladivostok)).isEqualTo(at("2026-11-20T10:30", MOSCOW));
  }

  @Test
  public void aNightInWhichTheClocksChangeCountsNeitherMoreNorLess() {
    EmergencyClock everyDay =
        EmergencySettings.clock(
            VisitsFixture.config(Map.of("weekend", "", "businessTo", "17:00")), () -> null);
    Client client = client(ServicePlan.STANDARD, BERLIN);
    assertThat(everyDay.dueBy(at("2026-03-28T16:30", BERLIN), client))
        .isEqualTo(at("2026-03-29T10:30", BERLIN));
    assertThat(everyDay.dueBy(at("2026-10-24T16:30", BERLIN), client))
        .isEqualTo(at("2026-10-25T10:30", BERLIN));
  }

  @Test
  public void anHourThatIsMissingFromADayIsNotWorked() {
    EmergencyClock night =
        EmergencySettings.clock(
            VisitsFixture.config(
                Map.of("weekend", "", "businessFrom", "01:00", "businessTo", "05:00")),
            () -> null);
    Client client = client(ServicePlan.STANDARD, BERLIN);
    assertThat(night.dueBy(at("2026-03-29T01:00", BERLIN), client))
        .isEqualTo(at("2026-03-29T04:00", BERLIN));
    assertThat(night.dueBy(at("2026-10-25T01:00", BERLIN), client))
        .isEqualTo(at("2026-10-25T01:00", BERLIN).plus(Duration.ofHours(2)));
  }

  @Test
  public void anyRequestIsDueInBusinessHoursAndNeverSoonerThanPromised() {
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      ZoneId zone = random.nextBoolean() ? BERLIN : MOSCOW;
      Instant request =
          Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(31_536_000));
      Instant due = clock.dueBy(request, client(ServicePlan.BASIC, zone));
      LocalDateTime wall = due.atZone(zone).toLocalDateTime();
      assertThat(due).isAfterOrEqualTo(request.plus(Duration.ofHours(2)));
      assertThat(due).isBefore(request.plus(Duration.ofDays(4)));
      assertThat(wall.toLocalTime()).isBetween(LocalTime.of(9, 0), LocalTime.of(18, 0));
      assertThat(wall.getDayOfWeek().getValue()).isLessThan(6);
    }
  }

  @Test
  public void aCalendarWithoutAWorkingDayIsAnErrorAndNoEndlessSearch() {
    EmergencyClock never =
        new EmergencyClock(
            Duration.ofHours(2),
            Set.of(ServicePlan.BASIC),
            LocalTime.of(9, 0),
            LocalTime.of(18, 0),
            day -> false);
    assertThatThrownBy(() -> never.dueBy(Examples.NOW, client(ServicePlan.BASIC, MOSCOW)))
        .isInstanceOf(IllegalStateException.class);
  }

  private void assertBusiness(String requested, String due, ZoneId zone) {
    assertThat(clock.dueBy(at(requested, zone), client(ServicePlan.STANDARD, zone)))
        .isEqualTo(at(due, zone));
  }

  private static Client client(ServicePlan plan, ZoneId zone) {
    return Examples.client().toBuilder().plan(plan).zone(zone).build();
  }

  private static Instant at(String wall, ZoneId zone) {
    return LocalDateTime.parse(wall).atZone(zone).toInstant();
  }
}
