package org.daybook.web.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import org.daybook.api.error.UnavailableException;
import org.daybook.api.visit.VisitKind;
import org.daybook.api.visit.VisitState;
import org.daybook.testkit.Examples;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

public class CalendarServletTest {
  private static final String STAFF = "/calendar/staff-secret.ics";
  private static final String CONTACT = "/calendar/contact-secret.ics";

  @Rule public final FeedServer server = new FeedServer();

  @Before
  public void twoFeeds() {
    server.token("staff-secret", "calendar:staff:" + Examples.ENGINEER_ID);
    server.token("contact-secret", "calendar:contact:" + Examples.CONTACT_ID);
  }

  @Test
  public void anEngineerSeesTheirOwnVisits() throws Exception {
    server.visit("mine", visit -> visit);
    server.visit("theirs", visit -> visit.engineerId(Examples.SPECIALIST_ID));
    HttpResponse<String> feed = server.get(STAFF);
    assertThat(feed.statusCode()).isEqualTo(200);
    assertThat(header(feed, "Content-Type")).isEqualToIgnoringCase("text/calendar; charset=utf-8");
    assertThat(header(feed, "X-Robots-Tag")).contains("noindex");
    assertThat(header(feed, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(feed, "Cache-Control")).isEqualTo("private, no-cache");
    VEvent event = only(feed.body());
    assertThat(event.getUid().getValue()).isEqualTo("visit-mine@daybook");
    assertThat(event.getSummary().getValue()).isEqualTo("Выезд: ООО «Ромашка»");
    assertThat(event.getLocation().getValue()).isEqualTo("Главный офис, Луговая улица, 5");
    assertThat(event.getDateStart().getValue().toInstant()).isEqualTo(Examples.NOW);
    assertThat(feed.body()).contains("X-WR-CALNAME:Выезды: Пётр Одуванчиков");
    new CalendarBuilder().build(new StringReader(feed.body())).validate();
  }

  @Test
  public void aContactSeesTheVisitsToTheirCompanyInItsLanguage() throws Exception {
    server.visit("ours", visit -> visit);
    server.visit("others", visit -> visit.clientId("client-other"));
    VEvent event = only(server.get(CONTACT).body());
    assertThat(event.getUid().getValue()).isEqualTo("visit-ours@daybook");
    assertThat(event.getSummary().getValue()).isEqualTo("Выезд: Пётр Одуванчиков");
    server.store.prepare(
        tx -> {
          tx.clients()
              .update(
                  tx.clients().find(Examples.CLIENT_ID).orElseThrow().toBuilder()
                      .language(Examples.ENGLISH)
                      .zone(ZoneId.of("Europe/Berlin"))
                      .build());
        });
    String english = server.get(CONTACT).body();
    assertThat(only(english).getSummary().getValue()).isEqualTo("Visit: Пётр Одуванчиков");
    assertThat(english).contains("DTSTART;TZID=Europe/Berlin:");
  }

  @Test
  public void whatIsCalledOffStaysAsCancelledAndDraftsAreNotShown() throws Exception {
    server.visit("draft", visit -> visit.state(VisitState.DRAFT));
    server.visit("dropped", visit -> visit.state(VisitState.CANCELLED).neverScheduled(true));
    server.visit("cancelled", visit -> visit.state(VisitState.CANCELLED));
    server.visit("missed", visit -> visit.state(VisitState.MISSED));
    server.visit("moving", visit -> visit.state(VisitState.RESCHEDULED));
    server.visit("closed", visit -> visit.state(VisitState.CLOSED));
    server.visit("emergency", visit -> visit.kind(VisitKind.EMERGENCY));
    List<VEvent> events = Biweekly.parse(server.get(STAFF).body()).first().getEvents();
    assertThat(events)
        .extracting(event -> event.getUid().getValue(), event -> event.getStatus().getValue())
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("visit-cancelled@daybook", "CANCELLED"),
            org.assertj.core.groups.Tuple.tuple("visit-missed@daybook", "CANCELLED"),
            org.assertj.core.groups.Tuple.tuple("visit-moving@daybook", "TENTATIVE"),
            org.assertj.core.groups.Tuple.tuple("visit-closed@daybook", "CONFIRMED"),
            org.assertj.core.groups.Tuple.tuple("visit-emergency@daybook", "CONFIRMED"));
    server.clock.advance(Duration.ofDays(91));
    assertThat(Biweekly.parse(server.get(STAFF).body()).first().getEvents()).isEmpty();
  }

  @Test
  public void theSequenceGrowsAndTheUidStaysWhileAVisitMoves() {
    server.visit("a", visit -> visit);
    VEvent before = only(server.get(STAFF).body());
    server.clock.advance(Duration.ofHours(1));
    server.change("a", visit -> visit.plannedFor(Examples.NOW.plus(Duration.ofDays(3))));
    VEvent after = only(server.get(STAFF).body());
    assertThat(after.getUid()).isEqualTo(before.getUid());
    assertThat(after.getSequence().getValue()).isGreaterThan(before.getSequence().getValue());
    assertThat(after.getLastModified().getValue().toInstant())
        .isEqualTo(before.getLastModified().getValue().toInstant().plus(Duration.ofHours(1)));
  }

  @Test
  public void whatIsKnownIsNotSentAgain() {
    server.visit("a", visit -> visit);
    HttpResponse<String> first = server.get(STAFF);
    String tag = header(first, "ETag");
    assertThat(tag).matches("\"[0-9a-f]{32}\"");
    server.clock.advance(Duration.ofMinutes(5));
    for (String known : List.of(tag, "W/" + tag, "\"other\", " + tag, "*")) {
      HttpResponse<String> again = server.get(STAFF, "If-None-Match", known);
      assertThat(again.statusCode()).as(known).isEqualTo(304);
      assertThat(again.body()).isEmpty();
      assertThat(header(again, "ETag")).isEqualTo(tag);
    }
    server.change("a", visit -> visit.state(VisitState.CANCELLED));
    assertThat(server.get(STAFF, "If-None-Match", tag).statusCode()).isEqualTo(200);
  }

  @Test
  public void headTellsTheSameWithoutTheBody() {
    server.visit("a", visit -> visit);
    HttpResponse<String> get = server.get(STAFF);
    HttpResponse<String> head = server.send("HEAD", STAFF);
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(header(head, "ETag")).isEqualTo(header(get, "ETag"));
    assertThat(header(head, "Content-Length")).isEqualTo(header(get, "Content-Length"));
    HttpResponse<String> post = server.send("POST", STAFF);
    assertThat(post.statusCode()).isEqualTo(405);
    assertThat(header(post, "Allow")).isEqualTo("GET, HEAD");
  }

  @Test
  public void whateverOpensNothingIsAnsweredAlike() {
    server.token("metrics-secret", "metrics");
    server.token("gone-staff", "calendar:staff:nobody");
    server.token("gone-contact", "calendar:contact:nobody");
    HttpResponse<String> unknown = server.get("/calendar/unknown.ics");
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(header(unknown, "Cache-Control")).isEqualTo("no-store");
    for (String path :
        List.of(
            "/calendar/metrics-secret.ics",
            "/calendar/gone-staff.ics",
            "/calendar/gone-contact.ics",
            "/calendar/staff-secret",
            "/calendar/staff-secret.ICS",
            "/calendar/",
            "/calendar/a/b.ics",
            "/calendar/%00.ics")) {
      server.clock.advance(Duration.ofMinutes(1));
      HttpResponse<String> answer = server.get(path);
      assertThat(answer.statusCode()).as(path).isIn(404, 400);
      assertThat(answer.body()).as(path).doesNotContain("Exception", "secret");
      if (answer.statusCode() == 404) {
        assertThat(answer.body()).isEqualTo(unknown.body());
      }
    }
  }

  @Test
  public void aFeedOfSomebodyWhoLeftIsClosed() {
    server.store.prepare(
        tx -> {
          tx.staff()
              .update(
                  tx.staff().find(Examples.ENGINEER_ID).orElseThrow().toBuilder()
                      .active(false)
                      .build());
          tx.clients()
              .update(
                  tx.clients().find(Examples.CLIENT_ID).orElseThrow().toBuilder()
                      .active(false)
                      .build());
        });
    assertThat(server.get(STAFF).statusCode()).isEqualTo(404);
    assertThat(server.get(CONTACT).statusCode()).isEqualTo(404);
  }

  @Test
  public void withoutAPartItIsAnsweredLater() {
    server.servlet.writer = null;
    assertThat(server.get(STAFF).statusCode()).isEqualTo(503);
    server.servlet.store = null;
    HttpResponse<String> answer = server.get(STAFF);
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(header(answer, "Retry-After")).isEqualTo("60");
    server.servlet.accounts = null;
    assertThat(server.get("/calendar/unknown.ics").statusCode()).isEqualTo(503);
  }

  @Test
  public void whatFailsTellsNothingOfItself() {
    server.servlet.writer =
        calendar -> {
          throw new IllegalStateException("a secret of the house");
        };
    HttpResponse<String> answer = server.get(STAFF);
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).doesNotContain("secret", "Exception");
    server.servlet.writer =
        calendar -> {
          throw new UnavailableException("not now");
        };
    assertThat(server.get(STAFF).statusCode()).isEqualTo(503);
  }

  @Test
  public void aFeedIsReadOnlySoOftenAndStrangersGuessOnlySoOften() {
    for (int i = 0; i < 30; i++) {
      assertThat(server.get(STAFF).statusCode()).isEqualTo(200);
    }
    HttpResponse<String> tooMany = server.get(STAFF);
    assertThat(tooMany.statusCode()).isEqualTo(429);
    assertThat(Integer.parseInt(header(tooMany, "Retry-After"))).isBetween(1, 60);
    assertThat(server.get(CONTACT).statusCode()).isEqualTo(200);
    for (int i = 0; i < 10; i++) {
      assertThat(server.get("/calendar/guess" + i + ".ics").statusCode()).isEqualTo(404);
    }
    assertThat(server.get("/calendar/another.ics").statusCode()).isEqualTo(429);
    assertThat(server.get(CONTACT).statusCode()).isEqualTo(200);
    server.clock.advance(Duration.ofMinutes(1));
    assertThat(server.get(STAFF).statusCode()).isEqualTo(200);
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private static VEvent only(String text) {
    List<VEvent> events = Biweekly.parse(text).first().getEvents();
    assertThat(events).hasSize(1);
    return events.get(0);
  }
}
