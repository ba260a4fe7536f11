package org.daybook.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.daybook.api.error.UnavailableException;
import org.junit.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

public class PlatformTest {
  private final Map<ServiceReference<?>, String> services = new LinkedHashMap<>();
  private final List<ServiceReference<?>> inUse = new ArrayList<>();
  private final Platform platform = new Platform(context());

  @Test
  public void theWantedOneOfSeveralServicesIsUsed() {
    register("other");
    register("demo");
    assertThat(demo()).isEqualTo("DEMO");
    assertThat(inUse).isEmpty();
  }

  @Test
  public void itIsSaidWhatIsNotThere() {
    register("other");
    assertThatThrownBy(this::demo)
        .isInstanceOf(UnavailableException.class)
        .hasMessageStartingWith("The sample data demo is not there");
    assertThatThrownBy(() -> new Platform(context()).with(Integer.class, i -> i))
        .isInstanceOf(UnavailableException.class)
        .hasMessageStartingWith("The service Integer is not there");
    assertThat(inUse).isEmpty();
  }

  private String demo() {
    return platform.withOne(
        String.class, "demo"::equals, service -> "DEMO", "The sample data demo");
  }

  private void register(String service) {
    services.put(
        (ServiceReference<?>)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ServiceReference.class},
                (proxy, method, arguments) ->
                    switch (method.getName()) {
                      case "hashCode" -> System.identityHashCode(proxy);
                      case "equals" -> proxy == arguments[0];
                      default -> service;
                    }),
        service);
  }

  private BundleContext context() {
    return (BundleContext)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {BundleContext.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getServiceReferences" -> List.copyOf(services.keySet());
                  case "getService" -> {
                    inUse.add((ServiceReference<?>) arguments[0]);
                    yield services.get(arguments[0]);
                  }
                  case "ungetService" -> inUse.remove(arguments[0]);
                  default -> null;
                });
  }
}
