package org.daybook.core.control;

import java.lang.reflect.Proxy;
import java.util.Map;

/** Configurations as an operator would write them. */
final class Configs {
  static final Settings DEFAULTS = settings(Map.of());

  private Configs() {}

  /** The defaults, but for some keys. */
  static Config config(Map<String, Object> changed) {
    return (Config)
        Proxy.newProxyInstance(
            Config.class.getClassLoader(),
            new Class<?>[] {Config.class},
            (proxy, key, arguments) -> changed.getOrDefault(key.getName(), key.getDefaultValue()));
  }

  static Settings settings(Map<String, Object> changed) {
    return Settings.of(config(changed));
  }
}
