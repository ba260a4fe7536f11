package org.daybook.itests.benchmarks;

import java.lang.reflect.Proxy;

/** The configuration of a component to which nobody has configured anything. */
public final class Defaults {
  private Defaults() {}

  /** An instance of an annotation interface; every key has its default. */
  public static <A> A of(Class<A> keys) {
    return keys.cast(
        Proxy.newProxyInstance(
            keys.getClassLoader(),
            new Class<?>[] {keys},
            (proxy, method, arguments) -> method.getDefaultValue()));
  }
}
