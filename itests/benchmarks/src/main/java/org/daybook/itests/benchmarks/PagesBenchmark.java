package org.daybook.itests.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.daybook.itests.support.Http;
import org.daybook.itests.support.HttpAnswer;

/**
 * The diary and the board under many people at once. Each asks for something every few seconds, as
 * people do, whether the answer before was quick or not; what is measured is the time from a
 * request to its last byte, over loopback, beside the harness on the same processors.
 */
final class PagesBenchmark {
  private static final int USERS = 50;
  private static final int SECONDS = 120;
  private static final int DEVICES = 400;
  private static final int TASKS = 120;
  private static final int LARGE = 1;
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final Duration WARM_UP = Duration.ofSeconds(40);
  private static final String PASSWORD = "a password of the benchmark";

  /** How many of ten people are managers; the others are engineers. */
  private static final int MANAGERS_OF_TEN = 2;

  private static final List<String> BOARD =
      List.of(
          "/board",
          "/board/tasks",
          "/board/tasks?text=%D0%BF%D0%B0%D0%BF%D0%BA%D1%83",
          "/board/calendar",
          "/board/clients/client-1",
          "/board/figures",
          "/board/visits/{visit}",
          "/board/signals",
          "/board/sources",
          "/board/deliveries",
          "/board/disputes",
          "/board/notices",
          "/board/setup");

  private final Map<String, Queue<Browser.Loaded>> measured = new ConcurrentHashMap<>();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private volatile boolean counting;

  private PagesBenchmark() {}

  /**
   * Measures and prints a line for each kind of request.
   *
   * @param arguments users, seconds, devices and tasks of a large visit, how many visits are that
   *     large: {@code 50 120 400 120 1}
   */
  static void main(String[] arguments) throws Exception {
    int users = argument(arguments, 0, USERS);
    int seconds = argument(arguments, 1, SECONDS);
    int devices = argument(arguments, 2, DEVICES);
    int tasks = argument(arguments, 3, TASKS);
    BusyDay.Size large = new BusyDay.Size(devices, tasks);
    int many = argument(arguments, 4, LARGE);
    int managers = Math.max(1, users * MANAGERS_OF_TEN / 10);
    int engineers = users - managers;
    Path folder = Folders.besideTheJar("pages-");
    try (ShippedDaybook daybook =
        ShippedDaybook.start(
            folder, store -> BusyDay.fill(store, engineers, managers, large, many))) {
      new PagesBenchmark().run(daybook, engineers, managers, seconds);
    }
    // Not after a failure: its log tells why
    Folders.delete(folder);
  }

  private static int argument(String[] arguments, int index, int otherwise) {
    return arguments.length > index ? Integer.parseInt(arguments[index]) : otherwise;
  }

  private void run(ShippedDaybook daybook, int engineers, int managers, int seconds)
      throws Exception {
    List<Runnable> people = new ArrayList<>();
    for (int i = 1; i <= engineers; i++) {
      Browser browser = login(daybook, BusyDay.engineer(i), "engineer" + i);
      Engineer engineer = new Engineer(browser, daybook.visits().get(i - 1), daybook.admin());
      people.add(() -> safely(engineer::next));
    }
    for (int i = 1; i <= managers; i++) {
      Browser browser = login(daybook, BusyDay.manager(i), "manager" + i);
      Manager manager = new Manager(browser, daybook.visits().get(0));
      people.add(() -> safely(manager::next));
    }
    ScheduledExecutorService threads = Executors.newScheduledThreadPool(people.size());
    try {
      long step = PAUSE.toMillis() / people.size();
      for (int i = 0; i < people.size(); i++) {
        threads.scheduleAtFixedRate(
            people.get(i), i * step, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
      }
      CountDownLatch never = new CountDownLatch(1);
      never.await(WARM_UP.toMillis(), TimeUnit.MILLISECONDS);
      Duration before = daybook.figures().processorTime();
      counting = true;
      never.await(seconds, TimeUnit.SECONDS);
      counting = false;
      print(daybook, daybook.figures().processorTime().minus(before), seconds);
    } finally {
      threads.shutdownNow();
    }
  }

  private static Browser login(ShippedDaybook daybook, String staff, String login)
      throws Exception {
    HttpAnswer made =
        daybook
            .admin()
            .post(
                "/api/v1/staff/" + staff + "/account",
                "{\"login\":\"%s\",\"password\":\"%s\"}".formatted(login, PASSWORD));
    if (made.status() / 100 != 2) {
      throw new IllegalStateException("no account: " + made);
    }
    return Browser.login(daybook.address(), login, PASSWORD);
  }

  private void print(ShippedDaybook daybook, Duration processors, int seconds) throws Exception {
    System.out.printf(
        "%-62s | %6s | %7s | %7s | %7s | %6s%n",
        "request", "times", "median", "p95 ms", "max ms", "kB");
    List<Browser.Loaded> all = new ArrayList<>();
    measured.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            each -> {
              all.addAll(each.getValue());
              line(each.getKey(), List.copyOf(each.getValue()));
            });
    line("all", all);
    System.out.printf(
        Locale.ROOT,
        "%.1f requests/s, %.1f CPU ms each, resident %d MB, failures: %d%n",
        all.size() / (double) seconds,
        processors.toMillis() / (double) Math.max(1, all.size()),
        daybook.figures().residentMegabytes(),
        failures.size());
    failures.stream().distinct().limit(5).forEach(System.out::println);
  }

  private static void line(String name, List<Browser.Loaded> loads) {
    List<Long> sorted = loads.stream().map(Browser.Loaded::nanos).sorted().toList();
    if (sorted.isEmpty()) {
      return;
    }
    double bytes = loads.stream().mapToInt(load -> load.bytes().length).average().orElse(0);
    System.out.printf(
        Locale.ROOT,
        "%-62s | %6d | %7.1f | %7.1f | %7.1f | %6.1f%n",
        name,
        sorted.size(),
        sorted.get(sorted.size() / 2) / 1e6,
        sorted.get((int) (sorted.size() * 0.95)) / 1e6,
        sorted.get(sorted.size() - 1) / 1e6,
        bytes / 1000);
  }

  private void safely(Step step) {
    try {
      step.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception | AssertionError e) {
      failures.add(e.toString());
    }
  }

  private void keep(String name, Browser.Loaded loaded) {
    if (loaded.status() >= 400) {
      failures.add(name + " answered " + loaded.status() + " " + loaded.text());
    } else if (counting) {
      measured.computeIfAbsent(name, key -> new ConcurrentLinkedQueue<>()).add(loaded);
    }
  }

  /** What somebody does next. */
  private interface Step {
    void take() throws Exception;
  }

  /** Goes through the devices and the tasks of a visit, and looks at the whole in between. */
  private final class Engineer {
    private static final int KINDS = 8;

    private final Browser browser;
    private final String visit;
    private final JsonNode checks;
    private final JsonNode tasks;
    private int turn;

    Engineer(Browser browser, String visit, Http admin) {
      this.browser = browser;
      this.visit = visit;
      this.checks = items(admin, "/api/v1/visits/" + visit + "/checks?limit=200");
      this.tasks = items(admin, "/api/v1/tasks?visit=" + visit + "&limit=200");
    }

    private static JsonNode items(Http admin, String path) {
      return admin.get(path).json().get("items");
    }

    void next() throws Exception {
      int round = turn / KINDS;
      JsonNode check = checks.get(round % checks.size());
      String task = "/api/v1/tasks/" + tasks.get(round % tasks.size()).get("id").asText();
      switch (turn++ % KINDS) {
        case 0 -> read("/api/v1/diary", "/api/v1/diary");
        case 1 -> read("/api/v1/diary/visits/{id}", "/api/v1/diary/visits/" + visit);
        case 2 ->
            act(
                "checks/{id}",
                "/api/v1/visits/" + visit + "/checks/" + check.get("id").asText(),
                "{\"result\":\"OK\"}");
        case 3 ->
            act(
                "assets/{id}/ok",
                "/api/v1/visits/" + visit + "/assets/" + check.get("assetId").asText() + "/ok",
                "{}");
        case 4 -> act("tasks/{id}/comment", task + "/comment", "{\"text\":\"Жду ключ\"}");
        case 5 -> act("tasks/{id}/time", task + "/time", "{\"minutes\":5}");
        case 6 -> read("/api/v1/tasks/{id}/history", task + "/history");
        default ->
            act(
                "visits/{id}/wishes",
                "/api/v1/visits/" + visit + "/wishes",
                "{\"title\":\"Заменить мышь\",\"priority\":\"NORMAL\"}");
      }
    }

    private void read(String name, String path) throws Exception {
      keep("GET " + name, browser.get(path));
    }

    private void act(String name, String path, String body) throws Exception {
      keep("POST " + name, browser.post(path, body));
    }
  }

  /** Goes round the board. */
  private final class Manager {
    private final Browser browser;
    private final String visit;
    private int turn;

    Manager(Browser browser, String visit) {
      this.browser = browser;
      this.visit = visit;
    }

    void next() throws Exception {
      String page = BOARD.get(turn++ % BOARD.size());
      keep("GET " + page, browser.get(page.replace("{visit}", visit)));
    }
  }
}
