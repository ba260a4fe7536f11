package org.daybook.itests.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.daybook.itests.support.HttpAnswer;
import org.daybook.itests.support.RunningDaybook;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;

/** What is late is told: on the board, and by mail. */
public class ControlIT {
  /** Within a second, at any time of the day, and each notice in a letter of its own. */
  private static final String AT_ONCE =
      "lookSeconds = 1\nquietFrom = 00:00\nquietTo = 00:00\nquietWeekends = false\n"
          + "lettersAtOnce = 1000\n";

  /** Two looks and much patience. */
  private static final Duration SOON = Duration.ofMinutes(4);

  @ClassRule
  public static final RunningDaybook DAYBOOK =
      RunningDaybook.named("control")
          .withDemoData()
          .withFile("etc/org.daybook.control.cfg", AT_ONCE);

  private static Office office;

  @BeforeClass
  public static void openTheOffice() {
    office = new Office(DAYBOOK);
    office.awaitDemoData();
  }

  @Test
  public void anOverdueTaskIsToldAcknowledgedAndTakenBack() {
    String task = overdueTask("Проверить резервную копию");

    JsonNode notice = awaitNotice(task);
    assertThat(notice.path("state").asText()).isEqualTo("RAISED");
    assertThat(notice.path("subject").asText())
        .startsWith("Просрочена задача «Проверить резервную копию» (Юридическое бюро «Вереск»");
    assertThat(notice.path("recipient").isTextual()).isTrue();
    assertThat(notice.path("raisedAt").isTextual()).isTrue();
    assertThat(notice.path("about").asText()).isEqualTo("/board/tasks/" + task);
    assertThat(notice.path("urgency").asText()).isEqualTo("NORMAL");

    String id = notice.path("id").asText();
    HttpAnswer seen = office.manager().post("/api/v1/notices/" + id + "/acknowledge", "{}");
    assertThat(seen.status()).as(seen.toString()).isEqualTo(200);
    assertThat(seen.json().path("acknowledgedByName").asText()).isNotBlank();

    HttpAnswer over =
        office
            .manager()
            .post("/api/v1/tasks/" + task + "/cancel", "{\"reason\":\"Копия не нужна\"}");
    assertThat(over.status()).as(over.toString()).isEqualTo(200);
    await("the notice to be taken back")
        .atMost(SOON)
        .pollInterval(Duration.ofMillis(500))
        .untilAsserted(
            () ->
                assertThat(
                        office.manager().get("/api/v1/notices/" + id).json().path("state").asText())
                    .isEqualTo("WITHDRAWN"));
  }

  @Test
  public void theManagerHasALetterWithALink() {
    String task = overdueTask("Обновить антивирус");
    JsonNode notice = awaitNotice(task);

    String subject = notice.path("subject").asText();
    String letter =
        await("a letter that says: " + subject)
            .atMost(SOON)
            .pollInterval(Duration.ofMillis(500))
            .until(() -> letterWith(subject), Optional::isPresent)
            .orElseThrow();

    assertThat(letter).contains("/board/tasks/" + task);
    String path = "/api/v1/notices/" + notice.path("id").asText();
    await("the letter to be written down")
        .atMost(SOON)
        .pollInterval(Duration.ofMillis(200))
        .until(() -> office.manager().get(path).json().path("sentAt").isTextual());
  }

  /** It may not be due in the past when it is set, so in a moment. */
  private static String overdueTask(String title) {
    String body =
        "{\"client\":\"%s\",\"title\":\"%s\",\"dueAt\":\"%s\"}"
            .formatted(Office.MONITORED, title, Instant.now().plusSeconds(5));
    HttpAnswer answer = office.manager().post("/api/v1/tasks", body);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return answer.json().path("id").asText();
  }

  private static JsonNode awaitNotice(String task) {
    return await("a notice about task " + task)
        .atMost(SOON)
        .pollInterval(Duration.ofMillis(500))
        .until(
            () ->
                office.notices("TASK_OVERDUE").stream()
                    .filter(each -> each.path("key").asText().equals("task:" + task))
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  /** The text of a letter in the outbox that has a sentence in it. */
  private static Optional<String> letterWith(String sentence) {
    Path outbox = DAYBOOK.home().resolve("data/outbox");
    if (!Files.isDirectory(outbox)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.walk(outbox)) {
      List<Path> letters = files.filter(file -> file.toString().endsWith(".eml")).toList();
      return letters.stream()
          .map(ControlIT::text)
          .filter(text -> text.contains(sentence))
          .findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      MimeMessage message =
          new MimeMessage(
              Session.getInstance(new Properties()),
              new ByteArrayInputStream(Files.readAllBytes(file)));
      return textOf(message);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** All text parts, with lines as they were written. */
  private static String textOf(Part part) throws IOException, MessagingException {
    if (part.isMimeType("text/plain")) {
      return new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
          .replace("\r\n", "\n");
    }
    StringBuilder text = new StringBuilder();
    if (part.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        text.append(textOf(parts.getBodyPart(i)));
      }
    }
    return text.toString();
  }
}
