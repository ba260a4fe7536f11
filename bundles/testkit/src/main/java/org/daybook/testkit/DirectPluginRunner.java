package org.daybook.testkit;

import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.daybook.api.error.DaybookException;
import org.daybook.api.plugin.PluginResult;
import org.daybook.api.plugin.PluginRunner;

/** Calls plugins on the caller's thread, without a limit; failures can be made to happen. */
public final class DirectPluginRunner implements PluginRunner {
  /** What every plugin's bundle is said to be. */
  public static final String BUNDLE = "org.example.plugin 1.0.0";

  private final Map<Object, PluginResult.Kind> failing = new IdentityHashMap<>();

  /** Lets every call into a plugin fail without calling it, until {@link #mend}. */
  public synchronized void breakDown(Object plugin, PluginResult.Kind how) {
    failing.put(plugin, how);
  }

  /** Lets calls into a plugin through again. */
  public synchronized void mend(Object plugin) {
    failing.remove(plugin);
  }

  @Override
  public <T> PluginResult<T> call(Object plugin, Duration limit, Callable<T> call) {
    PluginResult.Kind broken = brokenDown(plugin);
    if (broken != null) {
      return new PluginResult.Failed<>(broken, BUNDLE, BUNDLE + " failed: " + broken + ".");
    }
    try {
      return new PluginResult.Answered<>(call.call());
    } catch (DaybookException e) {
      throw e;
    } catch (Throwable e) {
      return new PluginResult.Failed<>(
          PluginResult.Kind.THREW, BUNDLE, BUNDLE + " failed: " + e + ".");
    }
  }

  @Override
  public String bundleOf(Object plugin) {
    return BUNDLE;
  }

  private synchronized PluginResult.Kind brokenDown(Object plugin) {
    return failing.get(plugin);
  }
}
