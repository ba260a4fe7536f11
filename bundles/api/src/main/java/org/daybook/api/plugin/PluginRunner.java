package org.daybook.api.plugin;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Calls plugins so that they cannot hurt: on a thread of its own, under a time limit, and with
 * every throwable turned into a {@link PluginResult.Failed}. A call that does not return is
 * abandoned and interrupted; a plugin with too many abandoned calls is refused until they end. Safe
 * for any thread.
 */
@ProviderType
public interface PluginRunner {
  /**
   * Runs a call into a plugin and waits for it, at most for the limit.
   *
   * @param plugin the object that is called; tells whose fault a fault is
   * @param limit how long to wait
   * @param call the call; {@link org.daybook.api.error.DaybookException}s are the plugin's answer
   *     and are rethrown to the caller, anything else thrown is a fault
   */
  <T> PluginResult<T> call(Object plugin, Duration limit, Callable<T> call);

  /** The symbolic name and version of the bundle that a plugin object comes from. */
  String bundleOf(Object plugin);
}
