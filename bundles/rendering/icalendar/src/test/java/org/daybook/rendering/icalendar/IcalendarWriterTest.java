package org.daybook.rendering.icalendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import org.daybook.api.delivery.CalendarEvent;
import org.daybook.api.delivery.EventCalendar;
import org.daybook.api.delivery.Letter.Mailbox;
import org.daybook.api.error.InvalidInputException;
import org.junit.Test;

public class IcalendarWriterTest {
  private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant CHANGED = Instant.parse("2026-03-01T08:00:00Z");

  private final IcalendarWriter writer = new IcalendarWriter();

  @Test
  public void aFeedPassesTheValidationAndAnotherReaderReadsTheSame() throws Exception {
    String text = writer.write(feed(event("a", MOSCOW, "2026-03-12T09:00")));
    assertThat(valid(text).getComponents()).hasSize(2);
    assertThat(text)
        .contains("\r\nUID:visit-a@daybook\r\n")
        .contains("\r\nSEQUENCE:3\r\n")
        .contains("\r\nDTSTAMP:20260301T080000Z\r\n")
        .contains("\r\nLAST-MODIFIED:20260301T080000Z\r\n")
        .contains("\r\nDTSTART;TZID=Europe/Moscow:20260312T090000\r\n")
        .contains("\r\nSTATUS:CONFIRMED\r\n")
        .contains("\r\nREFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n")
        .contains("\r\nX-PUBLISHED-TTL:PT1H\r\n")
        .contains("\r\nX-WR-CALNAME:Выезды\r\n")
        .doesNotContain("METHOD");
    VEvent read = only(text);
    assertThat(read.getUid().getValue()).isEqualTo("visit-a@daybook");
    assertThat(read.getDateStart().getValue().toInstant())
        .isEqualTo(Instant.parse("2026-03-12T06:00:00Z"));
    assertThat(read.getDuration().getValue().getHours()).isEqualTo(8);
  }

  @Test
  public void aZoneWithoutSummerTimeHasOneRule() throws Exception {
    String text = writer.write(feed(event("a", MOSCOW, "2026-03-12T09:00")));
    assertThat(text)
        .contains("TZID:Europe/Moscow\r\nBEGIN:STANDARD\r\nDTSTART:20141026T020000\r\n")
        .contains("TZOFFSETFROM:+0400\r\nTZOFFSETTO:+0300\r\n")
        .doesNotContain("DAYLIGHT");
  }

  @Test
  public void summerTimeComesOutRightOnBothSidesOfEachChange() throws Exception {
    List<String> times =
        List.of(
            "2026-03-28T09:00",
            "2026-03-29T09:00",
            "2026-03-30T09:00",
            "2026-10-24T09:00",
            "2026-10-25T09:00",
            "2026-10-26T09:00",
            "2027-03-29T09:00");
    EventCalendar.Builder calendar = EventCalendar.builder();
    for (String time : times) {
      calendar.addEvents(event(time.replaceAll("\\D", ""), BERLIN, time));
    }
    String text = writer.write(calendar.build());
    valid(text);
    assertThat(text)
        .containsOnlyOnce("BEGIN:VTIMEZONE")
        .contains("BEGIN:DAYLIGHT\r\nDTSTART:20260329T020000\r\n")
        .contains("RDATE:20270328T020000\r\n")
        .contains("BEGIN:STANDARD\r\nDTSTART:20251026T030000\r\n")
        .contains("RDATE:20261025T030000\r\n");
    List<VEvent> events = Biweekly.parse(text).first().getEvents();
    assertThat(events)
        .extracting(each -> each.getDateStart().getValue().toInstant())
        .containsExactlyElementsOf(
            times.stream()
                .map(LocalDateTime::parse)
                .map(each -> each.atZone(BERLIN).toInstant())
                .toList());
  }

  @Test
  public void theHourThatComesTwiceComesOutRightBothTimes() throws Exception {
    List<Instant> times =
        List.of(Instant.parse("2026-10-25T00:30:00Z"), Instant.parse("2026-10-25T01:30:00Z"));
    EventCalendar.Builder calendar = EventCalendar.builder();
    for (Instant time : times) {
      String id = String.valueOf(time.getEpochSecond());
      calendar.addEvents(event(id, BERLIN, "2026-10-25T02:30").toBuilder().start(time).build());
    }
    String text = writer.write(calendar.build());
    valid(text);
    assertThat(Biweekly.parse(text).first().getEvents())
        .extracting(each -> each.getDateStart().getValue().toInstant())
        .containsExactlyElementsOf(times);
  }

  @Test
  public void eachZoneOfAFeedIsToldOnce() throws Exception {
    String text =
        writer.write(
            feed(
                event("a", MOSCOW, "2026-03-12T09:00"),
                event("b", BERLIN, "2026-03-13T09:00"),
                event("c", BERLIN, "2026-03-14T09:00")));
    valid(text);
    assertThat(text.split("BEGIN:VTIMEZONE", -1)).hasSize(3);
  }

  @Test
  public void timesInUtcOrAnOffsetAreToldInUtc() throws Exception {
    for (String zone : List.of("Z", "UTC", "+03:00", "Etc/GMT-3")) {
      String text = writer.write(feed(event("a", ZoneId.of(zone), "2026-03-12T09:00")));
      valid(text);
      assertThat(text).doesNotContain("VTIMEZONE").containsPattern("DTSTART:20260312T0[69]0000Z");
    }
  }

  @Test
  public void whatPeopleWriteComesOutAsTheyWroteIt() throws Exception {
    String summary = "Выезд; ООО «Ромашка», \"этаж 2\": C:\\temp";
    String description = "Первая строка,\nвторая; третья\r\nчетвёртая\t— конец";
    String text =
        writer.write(
            feed(
                event("a", MOSCOW, "2026-03-12T09:00").toBuilder()
                    .summary(summary)
                    .description(description)
                    .build()));
    valid(text);
    assertThat(text).contains("SUMMARY:Выезд\\; ООО «Ромашка»\\, \"этаж 2\": C:\\\\te");
    VEvent read = only(text);
    assertThat(read.getSummary().getValue()).isEqualTo(summary);
    assertThat(read.getDescription().getValue().replace("\r\n", "\n"))
        .isEqualTo(description.replace("\r\n", "\n"));
  }

  @Test
  public void linesHaveAtMostSeventyFiveOctetsAndNoCharacterIsTorn() throws Exception {
    String summary = "Щука 😀 и жёлудь, ".repeat(60).strip();
    String text =
        writer.write(
            feed(event("a", MOSCOW, "2026-03-12T09:00").toBuilder().summary(summary).build()));
    assertThat(text.split("\r\n", -1))
        .allSatisfy(
            line ->
                assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
    assertThat(text.replace("\r\n", "")).doesNotContain("\n", "\r");
    assertThat(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
        .isEqualTo(text);
    assertThat(only(text).getSummary().getValue()).isEqualTo(summary);
  }

  @Test
  public void hostileTextsStayTexts() throws Exception {
    for (String hostile :
        List.of(
            "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:mine",
            "x\nATTENDEE:mailto:other@example.com",
            "x\u2028END:VCALENDAR",
            "a\u0000b\u0007c\u007f",
            "\ud800 alone",
            "\\n \\, \\;")) {
      String text =
          writer.write(
              feed(
                  event("a", MOSCOW, "2026-03-12T09:00").toBuilder()
                      .summary(hostile)
                      .location(hostile)
                      .description(hostile)
                      .organizer(new Mailbox(hostile, "olga@service.test"))
                      .addAttendees(new Mailbox(hostile + "\";X=\"", "anna@romashka.test"))
                      .build()));
      valid(text);
      VEvent read = only(text);
      assertThat(read.getAttendees()).hasSize(1);
      assertThat(read.getAttendees().get(0).getEmail()).isEqualTo("anna@romashka.test");
      assertThat(read.getOrganizer().getEmail()).isEqualTo("olga@service.test");
    }
  }

  @Test
  public void anInvitationHasItsMethodItsOrganizerAndWhomItAsks() throws Exception {
    CalendarEvent event =
        event("a", MOSCOW, "2026-03-12T09:00").toBuilder()
            .organizer(new Mailbox("Ольга Берёзкина", "olga@service.test"))
            .addAttendees(new Mailbox("Анна \"А\" Лютикова", "anna@romashka.test"))
            .url("https://reports.service.test/w/x")
            .build();
    String text = writer.write(EventCalendar.builder().method("REQUEST").addEvents(event).build());
    assertThat(valid(text).validate().hasErrors()).isFalse();
    ICalendar read = Biweekly.parse(text).first();
    assertThat(read.getMethod().getValue()).isEqualTo("REQUEST");
    assertThat(read.getEvents().get(0).getOrganizer().getEmail()).isEqualTo("olga@service.test");
    assertThat(read.getEvents().get(0).getAttendees().get(0).getCommonName())
        .isEqualTo("Анна \"А\" Лютикова");
    String cancelled =
        writer.write(
            EventCalendar.builder()
                .method("CANCEL")
                .addEvents(
                    event.toBuilder().sequence(4).status(CalendarEvent.Status.CANCELLED).build())
                .build());
    assertThat(valid(cancelled).validate().hasErrors()).isFalse();
    assertThat(cancelled).contains("METHOD:CANCEL\r\n", "STATUS:CANCELLED\r\n", "SEQUENCE:4\r\n");
  }

  @Test
  public void anEmptyFeedIsACalendar() throws Exception {
    assertThat(writer.write(feed())).startsWith("BEGIN:VCALENDAR\r\n").contains("VERSION:2.0");
  }

  @Test
  public void theSameCalendarGivesTheSameText() {
    EventCalendar feed = feed(event("a", BERLIN, "2026-03-12T09:00"));
    assertThat(writer.write(feed)).isEqualTo(writer.write(feed));
  }

  @Test
  public void whatCannotBeWrittenIsRefusedByName() {
    CalendarEvent good = event("a", MOSCOW, "2026-03-12T09:00");
    refused("uid", good.toBuilder().uid("a\r\nb").build());
    refused("sequence", good.toBuilder().sequence(-1).build());
    refused("duration", good.toBuilder().duration(Duration.ZERO).build());
    refused("url", good.toBuilder().url("/w/x").build());
    refused("url", good.toBuilder().url("not an address").build());
    refused("organizer", good.toBuilder().organizer(new Mailbox("", " ")).build());
    assertThatThrownBy(() -> writer.write(EventCalendar.builder().method("REPLY").build()))
        .isInstanceOf(InvalidInputException.class);
  }

  private void refused(String field, CalendarEvent event) {
    assertThatThrownBy(() -> writer.write(feed(event)))
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            e -> assertThat(e.errors().get(0).field()).isEqualTo(field));
  }

  private static CalendarEvent event(String id, ZoneId zone, String time) {
    return CalendarEvent.builder()
        .uid(CalendarEvent.uidOfVisit(id))
        .sequence(3)
        .changedAt(CHANGED)
        .start(LocalDateTime.parse(time).atZone(zone).toInstant())
        .duration(Duration.ofHours(8))
        .zone(zone)
        .summary("Выезд инженера")
        .location("Луговая улица, 5")
        .build();
  }

  private static EventCalendar feed(CalendarEvent... events) {
    return EventCalendar.builder()
        .name("Выезды")
        .refreshAfter(Duration.ofHours(1))
        .addEvents(events)
        .build();
  }

  private static Calendar valid(String text) throws Exception {
    Calendar read = new CalendarBuilder().build(new StringReader(text));
    assertThat(read.validate().getEntries()).isEmpty();
    return read;
  }

  private static VEvent only(String text) {
    List<VEvent> events = Biweekly.parse(text).first().getEvents();
    assertThat(events).hasSize(1);
    return events.get(0);
  }
}
