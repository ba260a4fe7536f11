package org.daybook.core.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.Test;

/** In March 2026 the 12th is a Thursday. */
public class QuietTimeTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  public void theNightEndsInTheMorning() {
    assertThat(end("20:00", "08:00", true, "2026-03-11T19:59")).isEqualTo("2026-03-11T19:59");
    assertThat(end("20:00", "08:00", true, "2026-03-11T20:00")).isEqualTo("2026-03-12T08:00");
    assertThat(end("20:00", "08:00", true, "2026-03-12T07:59")).isEqualTo("2026-03-12T08:00");
    assertThat(end("20:00", "08:00", true, "2026-03-12T08:00")).isEqualTo("2026-03-12T08:00");
  }

  @Test
  public void theWeekendEndsOnMondayMorning() {
    assertThat(end("20:00", "08:00", true, "2026-03-13T20:00")).isEqualTo("2026-03-16T08:00");
    assertThat(end("20:00", "08:00", true, "2026-03-14T12:00")).isEqualTo("2026-03-16T08:00");
    assertThat(end("20:00", "08:00", false, "2026-03-14T12:00")).isEqualTo("2026-03-14T12:00");
    assertThat(end("00:00", "00:00", true, "2026-03-15T12:00")).isEqualTo("2026-03-16T00:00");
  }

  @Test
  public void quietHoursMayBeWithinADayAndNone() {
    assertThat(end("12:00", "13:00", true, "2026-03-12T12:30")).isEqualTo("2026-03-12T13:00");
    assertThat(end("12:00", "13:00", true, "2026-03-12T13:00")).isEqualTo("2026-03-12T13:00");
    assertThat(end("08:00", "08:00", true, "2026-03-12T03:00")).isEqualTo("2026-03-12T03:00");
  }

  @Test
  public void theMorningComesOnTheDayOnWhichClocksChange() {
    assertThat(end("20:00", "08:00", false, "2026-03-28T22:00")).isEqualTo("2026-03-29T08:00");
    assertThat(end("20:00", "02:30", false, "2026-03-28T22:00")).isEqualTo("2026-03-29T03:30");
  }

  @Test
  public void aDigestGoesOutOnTheNextDayThatIsNotQuiet() {
    assertThat(digest("2026-03-12T08:59")).isEqualTo("2026-03-12T09:00");
    assertThat(digest("2026-03-12T09:00")).isEqualTo("2026-03-13T09:00");
    assertThat(digest("2026-03-13T09:01")).isEqualTo("2026-03-16T09:00");
  }

  private static String end(String from, String to, boolean weekends, String local) {
    QuietTime quiet =
        new QuietTime(LocalTime.parse(from), LocalTime.parse(to), weekends, LocalTime.NOON, BERLIN);
    return local(quiet.endAfter(instant(local)));
  }

  private static String digest(String local) {
    QuietTime quiet =
        new QuietTime(LocalTime.of(20, 0), LocalTime.of(8, 0), true, LocalTime.of(9, 0), BERLIN);
    return local(quiet.digestAfter(instant(local)));
  }

  private static Instant instant(String local) {
    return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
  }

  private static String local(Instant instant) {
    return instant.atZone(BERLIN).toLocalDateTime().toString();
  }
}
