package org.daybook.sources.monitoring;

import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.daybook.api.source.HookRequest;

/** Messages for tests: captured ones from the resources, and made ones. */
final class Payloads {
  private Payloads() {}

  static HookRequest captured(String name) throws IOException {
    try (InputStream file = Payloads.class.getResourceAsStream("/alertmanager/" + name)) {
      return json(file.readAllBytes());
    }
  }

  static HookRequest json(String body) {
    return json(body.getBytes(StandardCharsets.UTF_8));
  }

  static HookRequest json(byte[] body) {
    return new HookRequest(
        Map.of("Content-Type", List.of("application/json; charset=utf-8")), body);
  }

  /** The configuration as it is by default, with a few keys changed. */
  static MonitoringConfig config(Map<String, String> changed) {
    return (MonitoringConfig)
        java.lang.reflect.Proxy.newProxyInstance(
            Payloads.class.getClassLoader(),
            new Class<?>[] {MonitoringConfig.class, Annotation.class},
            (proxy, method, arguments) ->
                changed.getOrDefault(method.getName(), (String) method.getDefaultValue()));
  }
}
