package org.daybook.sources.remote;

import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.daybook.api.source.HookRequest;

/** Messages for tests: captured ones from the resources, and made ones like them. */
final class Messages {
  private Messages() {}

  static HookRequest captured(String name) throws IOException {
    try (InputStream file = Messages.class.getResourceAsStream("/rt/" + name)) {
      return json(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  static HookRequest json(String body) {
    return new HookRequest(
        Map.of("Content-Type", List.of("application/json")), body.getBytes(StandardCharsets.UTF_8));
  }

  /** A transaction on ticket 1. */
  static HookRequest transaction(
      int number, String type, String field, String queue, String status, String content) {
    return json(
        """
        {"ticket":1,"txn":%d,"type":"%s","field":%s,"queue":"%s","status":"%s","content":%s,
         "requestors":"ivan@romashka.test","subject":"Не открывается 1С"}
        """
            .formatted(number, type, quoted(field), queue, status, quoted(content)));
  }

  private static String quoted(String text) {
    return text == null ? "null" : "\"" + text + "\"";
  }

  /** The configuration as it is by default, with a few keys changed. */
  static RemoteConfig config(Map<String, String> changed) {
    return (RemoteConfig)
        Proxy.newProxyInstance(
            Messages.class.getClassLoader(),
            new Class<?>[] {RemoteConfig.class, Annotation.class},
            (proxy, method, arguments) ->
                changed.getOrDefault(method.getName(), (String) method.getDefaultValue()));
  }
}
