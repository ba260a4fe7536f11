package org.daybook.core.plugins;

import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;

/** Where a plugin's class comes from, and whether that is still there. */
record PluginBundle(Class<?> type, Optional<Bundle> bundle) {

  /** Symbolic name and version; the class's name outside of a framework. */
  String name() {
    return bundle.map(b -> b.getSymbolicName() + " " + b.getVersion()).orElseGet(type::getName);
  }

  ClassLoader classLoader() {
    return type.getClassLoader();
  }

  /**
   * The code itself: a bundle that was updated has another one, though its name may be the same.
   */
  Object code() {
    return bundle.isPresent() ? type.getClassLoader() : type;
  }

  /** Whether the bundle was stopped, removed or replaced by another version of itself. */
  boolean isGone() {
    return bundle.filter(b -> !isRunning(b) || wasUpdated(b)).isPresent();
  }

  private static boolean isRunning(Bundle bundle) {
    return bundle.getState() == Bundle.ACTIVE || bundle.getState() == Bundle.STARTING;
  }

  private boolean wasUpdated(Bundle running) {
    BundleWiring wiring = running.adapt(BundleWiring.class);
    return wiring != null && wiring.getClassLoader() != type.getClassLoader();
  }
}
