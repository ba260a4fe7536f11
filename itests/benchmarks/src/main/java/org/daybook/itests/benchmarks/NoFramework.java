package org.daybook.itests.benchmarks;

import java.lang.reflect.Proxy;
import org.osgi.framework.BundleContext;

/** What components get that ask their bundle for nothing but a property. */
public final class NoFramework {
  private NoFramework() {}

  /** Knows of nothing. */
  public static BundleContext context() {
    return (BundleContext)
        Proxy.newProxyInstance(
            NoFramework.class.getClassLoader(),
            new Class<?>[] {BundleContext.class},
            (proxy, method, arguments) -> null);
  }
}
