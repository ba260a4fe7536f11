package org.daybook.core.intake;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.daybook.api.access.Actor;
import org.daybook.api.error.DaybookException;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.error.UnavailableException;
import org.daybook.api.notice.Notices;
import org.daybook.api.plugin.PluginResult;
import org.daybook.api.plugin.PluginResult.Answered;
import org.daybook.api.plugin.PluginResult.Failed;
import org.daybook.api.plugin.PluginRunner;
import org.daybook.api.source.HookAnswer;
import org.daybook.api.source.HookRequest;
import org.daybook.api.source.InboundHook;
import org.daybook.api.source.Intake;
import org.daybook.api.source.SignalKind;
import org.daybook.api.source.SourceStatus;
import org.daybook.api.source.TaskEntrance;
import org.daybook.api.source.TaskIntake;
import org.daybook.api.source.TaskRequest;
import org.daybook.api.source.TaskSignal;
import org.daybook.api.store.Store;
import org.daybook.api.task.Task;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** The way in, for hooks and forms; {@link SourcePolling} is the way out to sources. */
@Component(service = Intake.class, configurationPid = "org.daybook.intake")
@Designate(ocd = IntakeConfig.class)
public final class IntakeService implements Intake {
  private static final int LOWEST_STATUS = 200;
  private static final int HIGHEST_STATUS = 599;

  private final SourceRegistry registry;
  private final PluginRunner runner;
  private final SignalTaker taker;
  private final Faults faults;
  private final Duration hookLimit;
  private final Duration sourceLimit;

  @Activate
  public IntakeService(
      @Reference SourceRegistry registry,
      @Reference PluginRunner runner,
      @Reference Store store,
      @Reference Notices notices,
      @Reference Clock clock,
      IntakeConfig config) {
    this.registry = registry;
    this.runner = runner;
    Words words = Words.in(config.language());
    this.taker = new SignalTaker(store, notices, clock, words);
    this.faults = new Faults(registry, notices, words);
    this.hookLimit = Limits.seconds("hookSeconds", config.hookSeconds());
    this.sourceLimit = Limits.seconds("sourceSeconds", config.sourceSeconds());
  }

  @Override
  public HookAnswer receive(String name, HookRequest request) {
    Plugin<InboundHook, HookInfo> hook = registry.hook(name).orElseThrow(() -> missingHook(name));
    String source = hook.description().orElseThrow().source();
    requireSource(source);
    TaskIntake intake = new PluginIntake(taker, registry, source);
    return call(
        source, hook.service(), hookLimit, () -> checked(hook.service().receive(request, intake)));
  }

  @Override
  public Task submit(String source, TaskRequest request, Actor author) {
    requireSource(source);
    TaskEntrance entrance = registry.entrance(source).orElseThrow(() -> missing(source));
    TaskSignal signal =
        call(source, entrance, sourceLimit, () -> checked(entrance.signal(request, author)));
    Task task =
        taker
            .takeOne(Sender.person(source, author), signal)
            .orElseThrow(
                () -> new UnavailableException("The source " + source + " made no task of it."));
    registry.took(source, 1);
    return task;
  }

  @Override
  public List<SourceStatus> sources() {
    return registry.statuses();
  }

  private void requireSource(String source) {
    if (registry.source(source).isEmpty()) {
      throw missing(source);
    }
  }

  /** Who is told 404 drops the message; who is told that something is gone keeps it. */
  private DaybookException missingHook(String name) {
    return registry
        .sourceOfHook(name)
        .<DaybookException>map(IntakeService::missing)
        .orElseGet(() -> new NotFoundException("hook", name));
  }

  private static UnavailableException missing(String source) {
    return new UnavailableException("The source " + source + " is not there now.");
  }

  private <T> T call(String source, Object plugin, Duration limit, Callable<T> call) {
    PluginResult<T> result = runner.call(plugin, limit, call);
    if (result instanceof Answered<T> answered) {
      faults.succeeded(source);
      return answered.value();
    }
    faults.failed(source, ((Failed<T>) result).sentence());
    throw new UnavailableException("The source " + source + " failed. Please send it again later.");
  }

  /** A broken answer is the plugin's fault, so this is called inside of the guarded call. */
  private static HookAnswer checked(HookAnswer answer) {
    if (answer == null || answer.mediaType() == null || answer.body() == null) {
      throw new IllegalStateException("the hook gave no answer");
    }
    if (answer.status() < LOWEST_STATUS || answer.status() > HIGHEST_STATUS) {
      throw new IllegalStateException("the hook answered with the status " + answer.status());
    }
    return answer;
  }

  private static TaskSignal checked(TaskSignal signal) {
    if (signal == null || signal.kind() != SignalKind.RAISED) {
      throw new IllegalStateException("the entrance raised no task");
    }
    return signal;
  }
}
