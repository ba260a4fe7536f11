package org.daybook.core.intake;

import java.lang.annotation.Annotation;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.daybook.api.access.Actor;
import org.daybook.api.access.Role;
import org.daybook.api.source.HookAnswer;
import org.daybook.api.source.HookRequest;
import org.daybook.api.source.InboundHook;
import org.daybook.api.source.TaskEntrance;
import org.daybook.api.source.TaskIntake;
import org.daybook.api.source.TaskRequest;
import org.daybook.api.source.TaskSignal;
import org.daybook.api.source.TaskSource;
import org.daybook.api.store.OccurrenceQuery;
import org.daybook.api.store.TaskQuery;
import org.daybook.api.task.Occurrence;
import org.daybook.api.task.Task;
import org.daybook.testkit.DirectPluginRunner;
import org.daybook.testkit.Examples;
import org.daybook.testkit.InMemoryJobQueue;
import org.daybook.testkit.InMemoryStore;
import org.daybook.testkit.RecordingNotices;
import org.daybook.testkit.SettableClock;

/** An intake over a store in memory with one client, and plugins that do as they are told. */
final class Bench {
  final SettableClock clock = new SettableClock();
  final InMemoryStore store = new InMemoryStore(clock);
  final RecordingNotices notices = new RecordingNotices(clock);
  final InMemoryJobQueue jobs = new InMemoryJobQueue(store, clock);
  final DirectPluginRunner runner = new DirectPluginRunner();
  final SourceRegistry registry = new SourceRegistry(runner, clock);
  final IntakeService intake =
      new IntakeService(registry, runner, store, notices, clock, new Configured(1, 1, "en"));
  final SignalTaker taker = new SignalTaker(store, notices, clock, Words.in("en"));
  final TaskIntake monitoring = new PluginIntake(taker, registry, "monitoring");

  Bench() {
    store.prepare(
        tx -> {
          tx.clients().insert(Examples.client());
          tx.sites().insert(Examples.site());
          tx.assets().insert(Examples.asset());
          for (Role role : Role.values()) {
            tx.staff().insert(Examples.staff(role));
          }
          tx.projects().insert(Examples.project());
          tx.visits().insert(Examples.visit());
        });
  }

  /** Waits until every fault, and every end of one, was told. */
  static void untilTold() {
    try {
      Faults.TELLER.submit(() -> {}).get(10, TimeUnit.SECONDS);
    } catch (ExecutionException | InterruptedException | TimeoutException e) {
      throw new AssertionError("faults were not told", e);
    }
  }

  List<Task> tasks() {
    return store.read(tx -> tx.tasks().all(TaskQuery.everything()));
  }

  Task task() {
    List<Task> all = tasks();
    if (all.size() != 1) {
      throw new AssertionError("one task was expected: " + all);
    }
    return all.get(0);
  }

  List<Occurrence> occurrences() {
    return store.read(tx -> tx.occurrences().all(OccurrenceQuery.everything()));
  }

  /** The configuration. */
  @SuppressWarnings("ClassExplicitlyAnnotation")
  record Configured(int hookSeconds, int sourceSeconds, String language) implements IntakeConfig {
    @Override
    public Class<? extends Annotation> annotationType() {
      return IntakeConfig.class;
    }
  }

  /** What a hook does, said shortly. */
  interface Receiving {
    HookAnswer receive(HookRequest request, TaskIntake intake) throws Exception;
  }

  record Hook(String name, String source, Receiving body) implements InboundHook {
    @Override
    public HookAnswer receive(HookRequest request, TaskIntake intake) throws Exception {
      return body.receive(request, intake);
    }
  }

  /** What a poll does, said shortly. */
  interface Polling {
    void poll(TaskIntake intake) throws Exception;
  }

  record Source(String id, Optional<Duration> pollEvery, Polling body) implements TaskSource {
    static Source pushed(String id) {
      return new Source(id, Optional.empty(), intake -> {});
    }

    @Override
    public String title(Locale language) {
      return language.getLanguage().equals("ru") ? "Источник" : "Source";
    }

    @Override
    public void poll(TaskIntake intake) throws Exception {
      body.poll(intake);
    }
  }

  /** What an entrance does, said shortly. */
  interface Entering {
    TaskSignal signal(TaskRequest request, Actor author);
  }

  record Entrance(String source, Entering body) implements TaskEntrance {
    @Override
    public TaskSignal signal(TaskRequest request, Actor author) {
      return body.signal(request, author);
    }
  }
}
