package org.daybook.itests.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.daybook.itests.support.Http;
import org.daybook.itests.support.HttpAnswer;
import org.daybook.itests.support.RunningDaybook;
import org.daybook.itests.support.VisitDay;
import org.junit.rules.ExternalResource;

/** A Daybook on which the visit day of the demo was played, and the letters it has sent. */
final class SentReport extends ExternalResource {
  private static final Pattern LINK = Pattern.compile("https?://[^\\s\"<>]+/r/[A-Za-z0-9_-]+");

  private static final Pattern WISHES = Pattern.compile("https?://[^\\s]+/w/[A-Za-z0-9_-]+");

  private final RunningDaybook daybook =
      RunningDaybook.named("browser")
          .withDemoData()
          .withFile(
              "etc/org.daybook.web.pages.cfg",
              "readsPerMinute = 10000\nwritesPerMinute = 1000\nstrangersPerMinute = 1000\n");
  private String visit;

  @Override
  protected void before() {
    daybook.start();
    daybook.awaitHealthy();
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, UTF_8);
    visit = new VisitDay(daybook.http(), RunningDaybook.PASSWORD, nowhere).play();
  }

  @Override
  protected void after() {
    daybook.kill();
  }

  RunningDaybook daybook() {
    return daybook;
  }

  String visit() {
    return visit;
  }

  Http manager() {
    return daybook.http().as("manager", RunningDaybook.PASSWORD);
  }

  /** What a list of the REST API has. */
  List<JsonNode> items(String path) {
    HttpAnswer answer = manager().get(path);
    if (answer.status() != 200) {
      throw new AssertionError(path + " answered " + answer);
    }
    List<JsonNode> items = new ArrayList<>();
    answer.json().path("items").forEach(items::add);
    return items;
  }

  /** The deliveries of the day's report. */
  List<JsonNode> deliveries() {
    return items("/api/v1/deliveries?visit=" + visit);
  }

  /** The address of the page in the newest letter to somebody. */
  String linkOf(String recipient) {
    try (Stream<Path> files = Files.walk(daybook.home().resolve("data/outbox"))) {
      return files
          .filter(file -> file.toString().endsWith(".eml"))
          .sorted(java.util.Comparator.comparing(SentReport::writtenAt).reversed())
          .map(SentReport::parsed)
          .filter(letter -> isTo(letter, recipient))
          .findFirst()
          .map(letter -> link(letter, LINK))
          .orElseThrow(() -> new AssertionError("no letter to " + recipient));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The address of the page of wishes in the reminder of a visit, which is sent by now. */
  String wishesOf(String visit) {
    Path outbox = daybook.home().resolve("data/outbox");
    return items("/api/v1/letters").stream()
        .filter(letter -> letter.path("key").asText().startsWith("reminder:" + visit + ":"))
        .filter(letter -> letter.path("state").asText().equals("SENT"))
        .map(letter -> parsed(outbox.resolve(letter.path("id").asText() + ".eml")))
        .map(letter -> link(letter, WISHES))
        .findFirst()
        .orElse(null);
  }

  private static java.nio.file.attribute.FileTime writtenAt(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MimeMessage parsed(Path file) {
    try {
      return new MimeMessage(
          Session.getInstance(new Properties()),
          new ByteArrayInputStream(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (MessagingException e) {
      throw new IllegalStateException(file.toString(), e);
    }
  }

  private static boolean isTo(MimeMessage letter, String recipient) {
    try {
      return letter.getHeader("To", ",").contains(recipient);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String link(MimeMessage letter, Pattern pattern) {
    try {
      Matcher matcher = pattern.matcher(text(letter));
      if (!matcher.find()) {
        throw new AssertionError("no link in " + text(letter));
      }
      return matcher.group();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Part part) throws MessagingException, IOException {
    if (part.isMimeType("text/plain")) {
      return part.getContent().toString();
    }
    if (part.getContent() instanceof Multipart several) {
      for (int i = 0; i < several.getCount(); i++) {
        BodyPart each = several.getBodyPart(i);
        String text = text(each);
        if (!text.isEmpty()) {
          return text;
        }
      }
    }
    return "";
  }
}
