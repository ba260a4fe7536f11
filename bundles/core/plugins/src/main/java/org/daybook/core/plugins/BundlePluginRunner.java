package org.daybook.core.plugins;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.daybook.api.error.DaybookException;
import org.daybook.api.error.UnavailableException;
import org.daybook.api.plugin.PluginResult;
import org.daybook.api.plugin.PluginResult.Answered;
import org.daybook.api.plugin.PluginResult.Failed;
import org.daybook.api.plugin.PluginResult.Kind;
import org.daybook.api.plugin.PluginRunner;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place where plugins get threads. Those that hang keep theirs until they return. */
@Component(service = PluginRunner.class, configurationPid = "org.daybook.plugins")
@Designate(ocd = BundlePluginRunner.Config.class)
public final class BundlePluginRunner implements PluginRunner {

  /** How much is borne of a plugin that hangs. */
  @ObjectClassDefinition(name = "Daybook: plugins")
  public @interface Config {
    @AttributeDefinition(
        description = "How many calls of one bundle may hang before it is called no more")
    int abandonedCallsAllowed() default 4;
  }

  private static final Logger LOG = LoggerFactory.getLogger(BundlePluginRunner.class);

  /** Short, because an idle thread may hold on to classes of a bundle that is gone. */
  private static final long IDLE_SECONDS = 10;

  private final int abandonedCallsAllowed;
  private final Function<Class<?>, Optional<Bundle>> bundles;
  private final ThreadPoolExecutor threads;

  /** By the code that hangs: what is mended by an update is called again at once. */
  private final Map<Object, AtomicInteger> abandoned =
      Collections.synchronizedMap(new WeakHashMap<>());

  @Activate
  public BundlePluginRunner(Config config) {
    this(
        config.abandonedCallsAllowed(), type -> Optional.ofNullable(FrameworkUtil.getBundle(type)));
  }

  BundlePluginRunner(int abandonedCallsAllowed, Function<Class<?>, Optional<Bundle>> bundles) {
    if (abandonedCallsAllowed < 1) {
      throw new IllegalArgumentException(
          "abandonedCallsAllowed in org.daybook.plugins must be at least 1, is "
              + abandonedCallsAllowed);
    }
    this.abandonedCallsAllowed = abandonedCallsAllowed;
    this.bundles = bundles;
    this.threads =
        new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            daemons());
  }

  /** Interrupts what still runs; threads of plugins that do not heed that are daemons. */
  @Deactivate
  void giveThreadsBack() {
    threads.shutdownNow();
  }

  @Override
  public <T> PluginResult<T> call(Object plugin, Duration limit, Callable<T> call) {
    PluginBundle bundle = bundle(plugin);
    AtomicInteger hanging = abandoned.computeIfAbsent(bundle.code(), code -> new AtomicInteger());
    if (hanging.get() >= abandonedCallsAllowed) {
      return failed(
          Kind.REFUSED,
          bundle,
          "is not called: " + hanging.get() + " earlier calls have not returned",
          null);
    }
    PluginCall<T> started = new PluginCall<>(bundle, call, hanging);
    try {
      threads.execute(started);
      PluginCall.Outcome<T> outcome = started.await(limit);
      return outcome.thrown() == null
          ? new Answered<>(outcome.value())
          : threw(bundle, outcome.thrown());
    } catch (RejectedExecutionException stopping) {
      throw new UnavailableException("Plugins are not called while the platform stops.", stopping);
    } catch (ExecutionException thrown) {
      return threw(bundle, thrown.getCause());
    } catch (TimeoutException late) {
      started.abandon();
      return failed(
          bundle.isGone() ? Kind.VANISHED : Kind.TIMED_OUT,
          bundle,
          "did not answer within " + seconds(limit),
          null);
    } catch (InterruptedException stopping) {
      started.abandon();
      Thread.currentThread().interrupt();
      throw new UnavailableException("The call of a plugin was given up.", stopping);
    } catch (OutOfMemoryError noThread) {
      return threw(bundle, noThread);
    }
  }

  @Override
  public String bundleOf(Object plugin) {
    return bundle(plugin).name();
  }

  private PluginBundle bundle(Object plugin) {
    return new PluginBundle(plugin.getClass(), bundles.apply(plugin.getClass()));
  }

  private <T> PluginResult<T> threw(PluginBundle bundle, Throwable thrown) {
    if (thrown instanceof DaybookException answer) {
      throw answer;
    }
    if (bundle.isGone()) {
      return failed(Kind.VANISHED, bundle, "was stopped or removed during the call", thrown);
    }
    return failed(Kind.THREW, bundle, "threw " + ThrownText.of(thrown), thrown);
  }

  private static <T> PluginResult<T> failed(
      Kind kind, PluginBundle bundle, String what, Throwable cause) {
    String sentence = bundle.name() + " " + what + ".";
    if (cause instanceof OutOfMemoryError) {
      LOG.error("{}", sentence);
    } else {
      LOG.warn("{}", sentence);
    }
    LOG.debug("The fault of {}", bundle.name(), cause);
    return new Failed<>(kind, bundle.name(), sentence);
  }

  private static String seconds(Duration limit) {
    return limit.toMillis() % 1000 == 0 ? limit.toSeconds() + " s" : limit.toMillis() + " ms";
  }

  private static ThreadFactory daemons() {
    ThreadFactory plain = Executors.defaultThreadFactory();
    return work -> {
      Thread thread = plain.newThread(work);
      thread.setDaemon(true);
      thread.setName(PluginCall.IDLE_NAME);
      return thread;
    };
  }
}
