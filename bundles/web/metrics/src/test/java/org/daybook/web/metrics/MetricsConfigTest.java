package org.daybook.web.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Reader;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.junit.Test;

public class MetricsConfigTest {
  @Test
  public void theFileHasEveryKeyWithItsDefault() throws Exception {
    Properties file = new Properties();
    try (Reader reader =
        Files.newBufferedReader(Path.of("src/main/cfg/org.daybook.web.metrics.cfg"))) {
      file.load(reader);
    }
    Map<Object, Object> defaults =
        Arrays.stream(MetricsConfig.class.getDeclaredMethods())
            .collect(Collectors.toMap(Method::getName, m -> String.valueOf(m.getDefaultValue())));
    assertThat(file).containsExactlyInAnyOrderEntriesOf(defaults);
  }

  @Test
  public void whatCannotBeIsRefusedWithItsKey() {
    assertThatThrownBy(() -> servlet(Map.of("zone", "Mars/Olympus")))
        .hasMessage("org.daybook.web.metrics: zone is no time zone: Mars/Olympus");
    assertThatThrownBy(() -> servlet(Map.of("retryAfterSeconds", -1)))
        .hasMessage("org.daybook.web.metrics: retryAfterSeconds must not be negative, is -1");
  }

  private static MetricsServlet servlet(Map<String, Object> values) {
    return new MetricsServlet(() -> null, config(values));
  }

  /** The defaults but for these keys. */
  static MetricsConfig config(Map<String, Object> values) {
    return (MetricsConfig)
        Proxy.newProxyInstance(
            MetricsConfig.class.getClassLoader(),
            new Class<?>[] {MetricsConfig.class},
            (proxy, method, args) ->
                values.getOrDefault(method.getName(), method.getDefaultValue()));
  }
}
