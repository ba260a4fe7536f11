package org.daybook.shell;

import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.console.Session;
import org.daybook.api.store.Store;
import org.daybook.testkit.Examples;
import org.daybook.testkit.InMemoryStore;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** A console with a store in memory; other services are put in by tests. */
public final class Console {
  public final InMemoryStore store = new InMemoryStore();
  String user = "karaf";
  private final Map<Class<?>, Object> services = new HashMap<>();
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

  public Console() {
    store.prepare(Examples::directory);
    with(Store.class, store);
  }

  <S> Console with(Class<S> type, S service) {
    services.put(type, service);
    return this;
  }

  /** Runs a command and returns what it printed. */
  String run(DaybookCommand command) throws Exception {
    printed.reset();
    command.bundleContext = context();
    command.session = session();
    command.execute();
    return printed.toString(StandardCharsets.UTF_8);
  }

  /** Runs a command that fails and returns what it threw. */
  Throwable failure(DaybookCommand command) {
    return catchThrowable(() -> run(command));
  }

  /** What a command printed before it failed. */
  String printed() {
    return printed.toString(StandardCharsets.UTF_8);
  }

  public BundleContext context() {
    return proxy(
        BundleContext.class,
        (method, arguments) ->
            switch (method) {
              case "getServiceReference" -> reference((Class<?>) arguments[0]);
              case "getServiceReferences" -> List.of(reference((Class<?>) arguments[0]));
              case "getService" -> services.get(((TypeReference) arguments[0]).type());
              case "ungetService" -> true;
              default -> throw new UnsupportedOperationException(method);
            });
  }

  private Session session() {
    return proxy(
        Session.class,
        (method, arguments) ->
            switch (method) {
              case "getConsole" -> out;
              case "get" -> user;
              default -> throw new UnsupportedOperationException(method);
            });
  }

  private ServiceReference<?> reference(Class<?> type) {
    if (!services.containsKey(type)) {
      return null;
    }
    return (ServiceReference<?>)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {ServiceReference.class, TypeReference.class},
            (proxy, method, arguments) -> type);
  }

  private static <T> T proxy(Class<T> type, Call call) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> call.answer(method.getName(), arguments)));
  }

  /** What a service reference is of. */
  private interface TypeReference {
    Class<?> type();
  }

  /** Answers a call of any method. */
  private interface Call {
    Object answer(String method, Object[] arguments);
  }
}
