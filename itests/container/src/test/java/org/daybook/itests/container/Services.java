package org.daybook.itests.container;

import java.time.Duration;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.util.tracker.ServiceTracker;

/** The container, as a bundle in it sees it. */
final class Services {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Services() {}

  static BundleContext context() {
    return FrameworkUtil.getBundle(Services.class).getBundleContext();
  }

  /** A service, waited for when it is not there yet. */
  static <T> T await(Class<T> type) throws InterruptedException, InvalidSyntaxException {
    return await(type, "(objectClass=" + type.getName() + ")");
  }

  /** The service of a type that matches a filter, waited for when it is not there yet. */
  static <T> T await(Class<T> type, String filter)
      throws InterruptedException, InvalidSyntaxException {
    String both = "(&(objectClass=" + type.getName() + ")" + filter + ")";
    ServiceTracker<T, T> tracker =
        new ServiceTracker<>(context(), context().createFilter(both), null);
    tracker.open();
    try {
      T service = tracker.waitForService(PATIENCE.toMillis());
      if (service == null) {
        throw new AssertionError("No service " + both + " came within " + PATIENCE);
      }
      return service;
    } finally {
      tracker.close();
    }
  }

  static boolean isThere(Class<?> type) {
    return context().getServiceReference(type) != null;
  }

  static Bundle bundle(String symbolicName) {
    for (Bundle bundle : context().getBundles()) {
      if (symbolicName.equals(bundle.getSymbolicName())) {
        return bundle;
      }
    }
    throw new AssertionError("No bundle " + symbolicName + " is installed");
  }
}
