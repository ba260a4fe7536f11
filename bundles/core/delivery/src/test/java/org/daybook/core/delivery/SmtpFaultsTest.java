package org.daybook.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.daybook.api.delivery.Delivery;
import org.daybook.api.delivery.DeliveryChannel;
import org.daybook.api.delivery.DeliveryState;
import org.daybook.api.delivery.Mailing.CalendarPart;
import org.daybook.channels.mail.MailChannel;
import org.daybook.core.delivery.FaultyServer.Fault;
import org.daybook.rendering.mime.MimeLetterWriter;
import org.daybook.testkit.Examples;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/**
 * Letters through the real channel to a server that misbehaves: whatever it does, nothing is lost,
 * the state is right, and no message goes out under another Message-ID.
 */
public class SmtpFaultsTest {
  private static final Pattern MESSAGE_ID = Pattern.compile("(?m)^Message-ID: <([^>]+)>$");
  private static final int LETTERS = 3;

  private final Fixture fixture = new Fixture();
  private FaultyServer server;

  @Before
  public void start() throws Exception {
    server = new FaultyServer();
    fixture.outlet.channels = List.of(Map.entry(Map.of(), channel()));
    fixture.outlet.writer = new MimeLetterWriter();
    fixture.store.prepare(
        tx -> {
          for (int i = 1; i < LETTERS; i++) {
            tx.contacts()
                .insert(
                    Examples.contact().toBuilder()
                        .id("contact-" + i)
                        .email("c" + i + "@romashka.test")
                        .build());
          }
        });
  }

  @After
  public void stop() throws Exception {
    server.close();
  }

  @Test
  public void whatIsPutOffGoesOutLater() {
    goesOutLater(Fault.PUTS_OFF, "451 4.7.1 come again", 0);
  }

  @Test
  public void aServerThatShutsDownGetsItLater() {
    goesOutLater(Fault.SHUTS_DOWN, "421 4.3.2 shutting down", 0);
  }

  @Test
  public void aServerThatHangsUpBeforeTheGreetingGetsItLater() {
    goesOutLater(Fault.NO_GREETING, "", 0);
  }

  @Test
  public void brokenTlsGetsNothingAndIsTriedLater() {
    goesOutLater(Fault.BROKEN_TLS, "", 0);
  }

  @Test
  public void whatIsTakenBeforeTheServerHangsUpGoesOutAgainAsTheSameMessage() {
    goesOutLater(Fault.CUTS_AFTER_DATA, "", LETTERS);
  }

  @Test
  public void whatIsTakenBeforeTheServerStallsGoesOutAgainAsTheSameMessage() {
    goesOutLater(Fault.STALLS, "", LETTERS);
  }

  @Test
  public void whatIsRefusedHasFailedAndIsSentOnceItIsMended() {
    server.fault = Fault.REFUSES;
    fixture.service.queue(Examples.report());
    fixture.run();
    Set<String> ids = messageIds();
    assertThat(fixture.deliveries())
        .hasSize(LETTERS)
        .allSatisfy(
            each -> {
              assertThat(each.state()).isEqualTo(DeliveryState.FAILED);
              assertThat(each.lastAnswer().orElseThrow()).contains("550 5.1.1 no such user");
            });
    assertThat(server.received).isEmpty();
    server.fault = Fault.NONE;
    for (Delivery each : fixture.deliveries()) {
      fixture.service.retry(Examples.MANAGER, each.id());
    }
    fixture.run();
    assertSent(ids, 0);
    assertThat(fixture.notices.standing()).isEmpty();
  }

  @Test
  public void anInvitationThatIsTakenBeforeTheServerHangsUpGoesOutAgainAsTheSameMessage() {
    fixture.post.send(
        PostTest.mailing("a")
            .calendar(new CalendarPart("REQUEST", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"))
            .build());
    server.fault = Fault.CUTS_AFTER_DATA;
    fixture.run();
    server.fault = Fault.NONE;
    fixture.advance(Duration.ofMinutes(2));
    assertThat(server.received).hasSize(2);
    assertThat(server.received.get(1)).isEqualTo(server.received.get(0));
    assertThat(server.received.get(0)).contains("text/calendar; charset=UTF-8", "method=REQUEST");
  }

  private void goesOutLater(Fault fault, String answer, int unacknowledged) {
    server.fault = fault;
    fixture.service.queue(Examples.report());
    fixture.run();
    Set<String> ids = messageIds();
    assertThat(fixture.deliveries())
        .hasSize(LETTERS)
        .allSatisfy(
            each -> {
              assertThat(each.state()).as(fault.name()).isEqualTo(DeliveryState.DEFERRED);
              assertThat(each.nextAttemptAt().orElseThrow()).isAfter(fixture.clock.instant());
              assertThat(each.lastAnswer().orElseThrow()).isNotBlank().contains(answer);
            });
    assertThat(server.received).hasSize(unacknowledged);
    server.fault = Fault.NONE;
    fixture.advance(Duration.ofMinutes(2));
    assertSent(ids, unacknowledged);
    assertThat(fixture.notices.standing()).isEmpty();
  }

  private void assertSent(Set<String> ids, int unacknowledged) {
    assertThat(fixture.deliveries()).allMatch(each -> each.state() == DeliveryState.SENT);
    assertThat(messageIds()).as("kept").isEqualTo(ids);
    Map<String, Set<String>> byId = new TreeMap<>();
    for (String message : server.received) {
      Matcher id = MESSAGE_ID.matcher(message);
      assertThat(id.find()).isTrue();
      byId.computeIfAbsent(id.group(1), key -> new HashSet<>()).add(message);
    }
    assertThat(byId.keySet()).isEqualTo(ids);
    assertThat(byId.values()).as("the same bytes").allMatch(versions -> versions.size() == 1);
    assertThat(server.received).hasSize(LETTERS + unacknowledged);
  }

  private Set<String> messageIds() {
    Set<String> ids = new TreeSet<>();
    fixture.deliveries().forEach(each -> ids.add(each.messageId()));
    return ids;
  }

  /** As the platform makes it. */
  private DeliveryChannel channel() throws Exception {
    Map<String, Object> values =
        Map.of(
            "host",
            "127.0.0.1",
            "port",
            server.port(),
            "security",
            "starttls-optional",
            "connectTimeoutSeconds",
            5,
            "answerTimeoutSeconds",
            1);
    Constructor<?> constructor = MailChannel.class.getConstructors()[0];
    Class<?> config = constructor.getParameterTypes()[0];
    Object settings =
        Proxy.newProxyInstance(
            config.getClassLoader(),
            new Class<?>[] {config},
            (proxy, key, arguments) -> values.getOrDefault(key.getName(), key.getDefaultValue()));
    return (DeliveryChannel) constructor.newInstance(settings);
  }
}
