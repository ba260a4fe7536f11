package org.daybook.web.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.daybook.api.visit.VisitState;
import org.daybook.testkit.Examples;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** A calendar of other people's making reads our feeds as we mean them. */
public class KhalTest {
  private static final String FEED = "/calendar/contact-secret.ics";
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final String TIMES = "{start-long-full}|{end-long-full}";

  @Rule public final FeedServer server = new FeedServer();
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  @Before
  public void aClientInBerlin() {
    server.token("contact-secret", "calendar:contact:" + Examples.CONTACT_ID);
    server.store.prepare(
        tx ->
            tx.clients()
                .update(
                    tx.clients().find(Examples.CLIENT_ID).orElseThrow().toBuilder()
                        .zone(BERLIN)
                        .build()));
  }

  @Test
  public void itShowsWhatAVisitIs() throws Exception {
    server.visit("a", visit -> visit.plannedFor(berlin("2026-03-16T09:00")));
    assertThat(khal("Europe/Berlin").shows("{uid}|{title}|{location}", "2026-03-16", "2026-03-17"))
        .containsExactly("visit-a@daybook|Выезд: Пётр Одуванчиков|Главный офис, Луговая улица, 5");
  }

  @Test
  public void theHourIsRightOnBothSidesOfSummerTimeWhereTheClientIs() throws Exception {
    visitsAroundTheChanges();
    assertThat(khal("Europe/Berlin").shows(TIMES, "2026-03-01", "2026-12-31"))
        .containsExactly(
            "2026-03-27 09:00|2026-03-27 17:00",
            "2026-03-30 09:00|2026-03-30 17:00",
            "2026-10-23 09:00|2026-10-23 17:00",
            "2026-10-26 09:00|2026-10-26 17:00");
  }

  @Test
  public void theHourIsRightForAReaderWhoseClocksDoNotChange() throws Exception {
    visitsAroundTheChanges();
    assertThat(khal("Europe/Moscow").shows(TIMES, "2026-03-01", "2026-12-31"))
        .containsExactly(
            "2026-03-27 11:00|2026-03-27 19:00",
            "2026-03-30 10:00|2026-03-30 18:00",
            "2026-10-23 10:00|2026-10-23 18:00",
            "2026-10-26 11:00|2026-10-26 19:00");
  }

  @Test
  public void aVisitThatIsMovedAndCalledOffStaysTheSameEvent() throws Exception {
    server.visit("a", visit -> visit.plannedFor(berlin("2026-03-27T09:00")));
    Khal khal = khal("Europe/Berlin");
    server.clock.advance(Duration.ofHours(1));
    server.change("a", visit -> visit.plannedFor(berlin("2026-03-30T14:00")));
    khal.read(server.get(FEED).body());
    String what = "{start-long-full}|{uid}|{status}";
    assertThat(khal.shows(what, "2026-03-01", "2026-04-30"))
        .containsExactly("2026-03-30 14:00|visit-a@daybook|CONFIRMED");

    server.clock.advance(Duration.ofHours(1));
    server.change("a", visit -> visit.state(VisitState.CANCELLED));
    khal.read(server.get(FEED).body());
    assertThat(khal.shows(what, "2026-03-01", "2026-04-30"))
        .containsExactly("2026-03-30 14:00|visit-a@daybook|CANCELLED");
  }

  private void visitsAroundTheChanges() {
    for (String day : List.of("2026-03-27", "2026-03-30", "2026-10-23", "2026-10-26")) {
      server.visit(day, visit -> visit.plannedFor(berlin(day + "T09:00")));
    }
  }

  private Khal khal(String zone) throws Exception {
    Path directory = folder.newFolder().toPath();
    Khal khal = new Khal(directory, zone);
    khal.read(server.get(FEED).body());
    return khal;
  }

  private static Instant berlin(String time) {
    return LocalDateTime.parse(time).atZone(BERLIN).toInstant();
  }
}
