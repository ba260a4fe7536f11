package org.daybook.itests.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.daybook.itests.support.Http;
import org.daybook.itests.support.HttpAnswer;

/**
 * Monitoring systems that report faults without pause and, as real ones do, send a message again
 * until it was accepted with 202.
 */
final class Monitors implements AutoCloseable {
  private static final int PAUSE_MILLIS = 40;
  private static final int ALERTS_IN_A_GROUP = 3;

  private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(4);
  private final Http server;
  private final Map<String, String> tokens;
  private final String run;
  private final AtomicInteger names = new AtomicInteger();
  private final Set<String> accepted = ConcurrentHashMap.newKeySet();
  private final Set<String> attempted = ConcurrentHashMap.newKeySet();
  private final Map<String, AtomicInteger> answers = new ConcurrentHashMap<>();
  private volatile boolean starting;
  private final Queue<String> strange = new ConcurrentLinkedQueue<>();

  /**
   * Monitors that have not begun yet.
   *
   * @param run tells their signals from those of others
   */
  Monitors(Http server, String signalToken, String alertToken, String run) {
    this.server = server;
    this.tokens = Map.of("signal", signalToken, "alertmanager", alertToken);
    this.run = run;
  }

  /** Lets Daybook restart meanwhile. */
  Monitors throughRestarts() {
    starting = true;
    return this;
  }

  /** Starts one more that sends signals. */
  Monitors signalling() {
    return begin("signal", number -> List.of(name(number)), Monitors::signal);
  }

  /** Starts one more that sends groups of alerts. */
  Monitors alerting() {
    return begin(
        "alertmanager",
        number -> {
          List<String> group = new ArrayList<>();
          for (int i = 0; i < ALERTS_IN_A_GROUP; i++) {
            group.add(name(number) + "-" + i);
          }
          return group;
        },
        Monitors::group);
  }

  /** How many signals were accepted so far. */
  int accepted() {
    return accepted.size();
  }

  /** How often each status, or {@code no answer}, came. */
  Map<String, Integer> answers() {
    return answers.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().get()));
  }

  /** Stops, and waits until no message is on its way. */
  @Override
  public void close() {
    threads.shutdownNow();
    try {
      assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Fails unless every accepted signal is there once, and nothing that was never sent. */
  void assertNothingIsLost(List<JsonNode> tasks) {
    Map<String, Long> counts =
        tasks.stream()
            .map(task -> task.path("title").asText())
            .filter(title -> title.startsWith(run + "-"))
            .collect(Collectors.groupingBy(title -> title, Collectors.counting()));
    assertThat(accepted).as("accepted signals").isNotEmpty();
    assertThat(counts.keySet()).as("signals kept").containsAll(accepted);
    assertThat(attempted).as("signals sent").containsAll(counts.keySet());
    assertThat(counts).as("tasks per signal").allSatisfy((title, n) -> assertThat(n).isOne());
    assertThat(tasks)
        .filteredOn(task -> task.path("title").asText().startsWith(run + "-"))
        .allSatisfy(task -> assertThat(task.path("occurrences").asInt()).isOne());
    assertThat(strange).as("answers that are neither 202 nor 503 with Retry-After").isEmpty();
  }

  private String name(int number) {
    return "%s-%05d".formatted(run, number);
  }

  private Monitors begin(
      String hook, IntFunction<List<String>> titles, Function<List<String>, String> body) {
    Message message = new Message(hook, titles, body);
    threads.scheduleWithFixedDelay(message::send, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    return this;
  }

  /** The message that one monitor wants to get rid of. */
  private final class Message {
    private final String address;
    private final Http sender;
    private final IntFunction<List<String>> titles;
    private final Function<List<String>, String> body;
    private List<String> current = List.of();

    Message(String hook, IntFunction<List<String>> titles, Function<List<String>, String> body) {
      this.address = "/hooks/" + hook;
      this.sender = server.bearer(tokens.get(hook));
      this.titles = titles;
      this.body = body;
    }

    void send() {
      if (current.isEmpty()) {
        current = titles.apply(names.incrementAndGet());
        attempted.addAll(current);
      }
      try {
        HttpAnswer answer = sender.post(address, body.apply(current));
        count(String.valueOf(answer.status()));
        if (answer.status() == 202) {
          accepted.addAll(current);
          current = List.of();
        } else if (!comesBackLater(answer)) {
          strange.add(answer.toString());
        }
      } catch (UncheckedIOException nobodyThere) {
        count("no answer");
      } catch (IllegalStateException stopped) {
        count("stopped");
      }
    }

    /**
     * The web server listens before Daybook's routes are there; its own 404 is no answer of ours.
     */
    private boolean comesBackLater(HttpAnswer answer) {
      return answer.status() == 503 && answer.header("Retry-After").isPresent()
          || starting
              && answer.status() == 404
              && !answer.header("Content-Type").orElse("").startsWith("application/problem+json");
    }

    private void count(String what) {
      answers.computeIfAbsent(what, key -> new AtomicInteger()).incrementAndGet();
    }
  }

  private static String signal(List<String> titles) {
    return """
        {"externalId":"%1$s","kind":"RAISED","client":"%2$s","title":"%1$s","priority":"NORMAL"}"""
        .formatted(titles.get(0), Office.MONITORED);
  }

  private static String group(List<String> titles) {
    return titles.stream()
        .map(Monitors::alert)
        .collect(
            Collectors.joining(
                ",",
                "{\"version\":\"4\",\"status\":\"firing\",\"receiver\":\"daybook\",\"alerts\":[",
                "]}"));
  }

  private static String alert(String title) {
    return """
        {"status":"firing","labels":{"alertname":"Test","client":"%1$s","severity":"warning"},\
        "annotations":{"summary":"%2$s"},"startsAt":"%3$s","endsAt":"0001-01-01T00:00:00Z",\
        "fingerprint":"%2$s"}"""
        .formatted(Office.MONITORED, title, Instant.parse("2026-03-12T08:00:00Z"));
  }
}
