package org.daybook.core.intake;

import java.time.Clock;
import org.daybook.api.notice.Notices;
import org.daybook.api.plugin.PluginRunner;
import org.daybook.api.source.InboundHook;
import org.daybook.api.source.Intake;
import org.daybook.api.source.TaskIntake;
import org.daybook.api.source.TaskSource;
import org.daybook.api.store.Store;
import org.daybook.itests.benchmarks.Defaults;

/**
 * The intake without a framework, with one source and its hook. It is in this package because
 * sources register with the bundle's own registry, which only the service registry reaches.
 */
public final class OpenedIntake {
  private final IntakeService service;
  private final TaskIntake ofSource;

  public OpenedIntake(
      Store store,
      Notices notices,
      PluginRunner runner,
      Clock clock,
      TaskSource source,
      InboundHook hook) {
    SourceRegistry registry = new SourceRegistry(runner, clock);
    registry.addSource(source);
    registry.addHook(hook);
    service =
        new IntakeService(registry, runner, store, notices, clock, Defaults.of(IntakeConfig.class));
    ofSource =
        new PluginIntake(
            new SignalTaker(store, notices, clock, Words.in("ru")), registry, source.id());
  }

  /** What surfaces call. */
  public Intake service() {
    return service;
  }

  /** What the source is given. */
  public TaskIntake ofSource() {
    return ofSource;
  }
}
