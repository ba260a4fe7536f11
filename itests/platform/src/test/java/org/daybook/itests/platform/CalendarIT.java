package org.daybook.itests.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.daybook.itests.support.HttpAnswer;
import org.junit.Test;

/** A visit as calendars see it: in the feeds, and in the letter that invites to it. */
public class CalendarIT {
  private final Office office = new Office(DemoDay.daybook());

  @Test
  public void visitIsAnnouncedByMailAndInTheFeedsUntilItIsCalledOff() throws Exception {
    Instant planned = Instant.now().plus(10, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS);
    JsonNode visit = planned(planned);
    String id = visit.path("id").asText();

    JsonNode invitation = awaitLetter("invitation:" + id + ":", 1);
    String event = event(invitation, "REQUEST");
    assertThat(event)
        .contains("UID:visit-" + id + "@daybook", "METHOD:REQUEST", "STATUS:CONFIRMED")
        .contains("BEGIN:VTIMEZONE");
    String staffFeed = feed("calendar:staff:" + visit.path("engineer").asText());
    assertThat(feedEvent(staffFeed, id)).contains("STATUS:CONFIRMED");
    String contactFeed = feed("calendar:contact:" + contact());
    assertThat(feedEvent(contactFeed, id)).contains("STATUS:CONFIRMED");

    HttpAnswer cancelled =
        office
            .manager()
            .post("/api/v1/visits/" + id + "/cancel", "{\"reason\":\"Клиент попросил\"}");
    assertThat(cancelled.status()).as(cancelled.toString()).isEqualTo(200);

    JsonNode cancellation = awaitLetter("invitation:" + id + ":", 2);
    assertThat(event(cancellation, "CANCEL")).contains("METHOD:CANCEL", "STATUS:CANCELLED");
    assertThat(message(cancellation).getHeader("In-Reply-To"))
        .containsExactly("<" + invitation.path("messageId").asText() + ">");
    assertThat(feedEvent(staffFeed, id)).contains("STATUS:CANCELLED");
  }

  @Test
  public void feedIsReadAgainOnlyIfItChanged() {
    String path = feed("calendar:contact:" + contact());
    HttpAnswer first = DemoDay.daybook().http().get(path);
    assertThat(first.header("Content-Type").orElse("").replace(" ", ""))
        .isEqualToIgnoringCase("text/calendar;charset=utf-8");
    HttpAnswer again =
        DemoDay.daybook()
            .http()
            .with("If-None-Match", first.header("ETag").orElseThrow())
            .get(path);
    assertThat(again.status()).isEqualTo(304);
  }

  @Test
  public void whateverOpensNothingIsNotThere() {
    for (String path :
        List.of("/calendar/unknown.ics", feed("metrics"), "/calendar/", "/w/unknown")) {
      assertThat(DemoDay.daybook().http().get(path).status()).as(path).isEqualTo(404);
    }
  }

  @Test
  public void reminderLeadsToAPageThatTakesWishes() throws Exception {
    String visit =
        planned(Instant.now().plus(5, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS))
            .path("id")
            .asText();
    Path file = DemoDay.daybook().home().resolve("etc/org.daybook.invitations.cfg");
    String before = Files.readString(file);
    Files.writeString(file, "reminders = true\n");
    JsonNode reminder = awaitLetter("reminder:" + visit + ":", 1);
    Files.writeString(file, before);
    String text = (String) message(reminder).getContent();
    Matcher link = Pattern.compile("https?://\\S+(/w/[\\w-]{43})").matcher(text);
    assertThat(link.find()).as(text).isTrue();
    String path = link.group(1);

    HttpAnswer page = DemoDay.daybook().http().get(path);
    assertThat(page.status()).isEqualTo(200);
    String body =
        "key=%s&form=%s&title=%s&text=&priority=HIGH"
            .formatted(hidden(page, "key"), hidden(page, "form"), "Wish+of+the+page");
    HttpAnswer sent =
        DemoDay.daybook()
            .http()
            .with("Content-Type", "application/x-www-form-urlencoded")
            .post(path + "/wishes", body);
    assertThat(sent.status()).as(sent.toString()).isEqualTo(303);
    assertThat(office.items("/api/v1/tasks?source=client&visit=" + visit))
        .singleElement()
        .satisfies(
            task -> {
              assertThat(task.path("title").asText()).isEqualTo("Wish of the page");
              assertThat(task.path("priority").asText()).isEqualTo("HIGH");
            });
    assertThat(
            DemoDay.daybook()
                .http()
                .with("Content-Type", "application/x-www-form-urlencoded")
                .post(path + "/wishes", body.replaceFirst("key=[^&]*", "key=guessed"))
                .status())
        .isEqualTo(403);
  }

  /** What a hidden field of the form on a page says. */
  private static String hidden(HttpAnswer page, String name) {
    Matcher field =
        Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"").matcher(page.text());
    assertThat(field.find()).as(page.text()).isTrue();
    return field.group(1);
  }

  private JsonNode planned(Instant plannedFor) {
    String body = "{\"kind\":\"PLANNED\",\"client\":\"%s\",\"plannedFor\":\"%s\"}";
    HttpAnswer answer =
        office.manager().post("/api/v1/visits", body.formatted(Office.VISITED, plannedFor));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return answer.json();
  }

  private String contact() {
    return office.items("/api/v1/contacts?client=" + Office.VISITED).get(0).path("id").asText();
  }

  /** The newest letter whose key begins so, once there are so many and it is sent. */
  private JsonNode awaitLetter(String key, int count) {
    return await("letter " + count + " of " + key)
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofMillis(200))
        .until(
            () ->
                office.items("/api/v1/letters").stream()
                    .filter(letter -> letter.path("key").asText().startsWith(key))
                    .toList(),
            letters ->
                letters.size() == count && letters.get(0).path("state").asText().equals("SENT"))
        .get(0);
  }

  /** The event that a sent letter carries, its lines unfolded. */
  private static String event(JsonNode letter, String method) throws Exception {
    MimeMultipart mixed = (MimeMultipart) message(letter).getContent();
    MimeMultipart alternative = (MimeMultipart) mixed.getBodyPart(0).getContent();
    var last = alternative.getBodyPart(alternative.getCount() - 1);
    ContentType type = new ContentType(last.getContentType());
    assertThat(type.getBaseType()).isEqualTo("text/calendar");
    assertThat(type.getParameter("method")).isEqualTo(method);
    return new String(last.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
        .replace("\r\n ", "");
  }

  private static MimeMessage message(JsonNode letter) throws Exception {
    Path file =
        DemoDay.daybook().home().resolve("data/outbox/" + letter.path("id").asText() + ".eml");
    try (InputStream in = Files.newInputStream(file)) {
      return new MimeMessage(Session.getInstance(new Properties()), in);
    } catch (IOException e) {
      throw new AssertionError("no letter " + file, e);
    }
  }

  /** The address of a feed, which a new token opens. */
  private String feed(String scope) {
    return "/calendar/" + office.token(scope) + ".ics";
  }

  private static String feedEvent(String path, String visit) {
    HttpAnswer answer = DemoDay.daybook().http().get(path);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    String text = answer.text().replace("\r\n ", "");
    int uid = text.indexOf("UID:visit-" + visit + "@daybook");
    assertThat(uid).as(text).isPositive();
    return text.substring(uid, text.indexOf("END:VEVENT", uid));
  }
}
