package org.daybook.itests.benchmarks;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.daybook.api.source.HookRequest;
import org.daybook.api.source.InboundHook;
import org.daybook.api.source.TaskSignal;
import org.daybook.api.store.Store;
import org.daybook.core.control.NoticeBoard;
import org.daybook.core.intake.OpenedIntake;
import org.daybook.core.plugins.BundlePluginRunner;
import org.daybook.sources.monitoring.AlertmanagerHook;
import org.daybook.sources.monitoring.MonitoringConfig;
import org.daybook.sources.monitoring.MonitoringSource;
import org.daybook.storage.derby.DerbyDataSourceFactory;
import org.daybook.storage.jpa.OpenedStore;

/**
 * Signals accepted per second on Derby, beside bare JDBC that inserts the very same rows into a
 * database of the same kind. Both are done in turns, so that both meet the same machine and
 * databases of the same size.
 */
final class SignalsBenchmark {
  private static final List<Integer> THREADS = List.of(1, 2, 4, 8);
  private static final int ROUNDS = 7;
  private static final int WARM_UP_ROUNDS = 12;
  private static final int SIGNALS = 1_000;

  private final DataSource daybook;
  private final DataSource bare;
  private final OpenedIntake intake;
  private final InboundHook hook;
  private final Messages messages = new Messages();
  private final int signals;
  private final Map<String, Integer> rowsPerSignal;

  private SignalsBenchmark(DataSource daybook, DataSource bare, Store store, int signals)
      throws Exception {
    this.daybook = daybook;
    this.bare = bare;
    this.signals = signals;
    Clock clock = Clock.systemUTC();
    hook = new AlertmanagerHook(Defaults.of(MonitoringConfig.class));
    intake =
        new OpenedIntake(
            store,
            new NoticeBoard(store, clock),
            new BundlePluginRunner(Defaults.of(BundlePluginRunner.Config.class)),
            clock,
            new MonitoringSource(),
            hook);
    Map<String, Integer> before = WrittenRows.counts(daybook);
    Throughput.of(accepting(), signals, 1);
    rowsPerSignal = WrittenRows.grown(daybook, before, signals);
  }

  /**
   * Measures and prints a table.
   *
   * @param arguments how many signals one round takes, and on how many threads: {@code 1000 1,2,4}
   */
  static void main(String[] arguments) throws Exception {
    int signals = arguments.length == 0 ? SIGNALS : Integer.parseInt(arguments[0]);
    List<Integer> threads = arguments.length < 2 ? THREADS : numbers(arguments[1]);
    Path folder = Folders.besideTheJar("signals-");
    System.setProperty("derby.stream.error.file", folder.resolve("derby.log").toString());
    DerbyDataSourceFactory derby = Database.derby();
    try (Database daybook = Database.create(derby, folder.resolve("daybook"));
        Database bare = Database.create(derby, folder.resolve("bare"))) {
      OpenedStore.createTables(daybook.pool());
      OpenedStore.createTables(bare.pool());
      try (OpenedStore opened = OpenedStore.on(daybook.pool(), Clock.systemUTC())) {
        Directory.fill(opened.store());
        Weaving.require();
        new SignalsBenchmark(daybook.pool(), bare.pool(), opened.store(), signals).run(threads);
      }
    } finally {
      derby.shutDownEngine();
      Folders.delete(folder);
    }
  }

  private void run(List<Integer> numbersOfThreads) throws Exception {
    System.out.printf(
        Locale.ROOT,
        "JDK %s, %d processors; %d signals a round, %d rounds; rows of one signal: %s%n",
        Runtime.version(),
        Runtime.getRuntime().availableProcessors(),
        signals,
        ROUNDS,
        rowsPerSignal);
    for (int i = 0; i < WARM_UP_ROUNDS; i++) {
      round(1, new Result(1));
    }
    System.out.print(Result.head());
    for (int threads : numbersOfThreads) {
      round(threads, new Result(threads));
      Result result = new Result(threads);
      for (int i = 0; i < ROUNDS; i++) {
        round(threads, result);
      }
      System.out.print(result.row());
    }
  }

  private void round(int threads, Result result) throws Exception {
    Map<String, String> before = WrittenRows.lastIds(daybook, rowsPerSignal.keySet());
    Throughput accepted = Throughput.of(accepting(), signals, threads);
    result.addAccepted(accepted, Throughput.of(insertingAgain(before), signals, threads));
    before = WrittenRows.lastIds(daybook, rowsPerSignal.keySet());
    Throughput received = Throughput.of(receiving(), signals, threads);
    result.addReceived(received, Throughput.of(insertingAgain(before), signals, threads));
  }

  /** As a source hands its signals over. */
  private Way accepting() throws Exception {
    List<TaskSignal> offered = Messages.signals(hook, messages.next(signals));
    return () -> number -> intake.ofSource().accept(List.of(offered.get(number)));
  }

  /** As a message comes in from HTTP. */
  private Way receiving() {
    List<HookRequest> posted = messages.next(signals);
    return () -> number -> intake.service().receive(hook.name(), posted.get(number));
  }

  /** What was written since, once more. */
  private Way insertingAgain(Map<String, String> since) throws Exception {
    return WrittenRows.read(daybook, bare, since, rowsPerSignal);
  }

  private static List<Integer> numbers(String list) {
    return Stream.of(list.split(",", -1)).map(Integer::valueOf).toList();
  }
}
