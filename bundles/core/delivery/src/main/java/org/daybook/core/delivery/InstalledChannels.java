package org.daybook.core.delivery;

import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.daybook.api.delivery.DeliveryChannel;
import org.daybook.api.error.DaybookException;
import org.daybook.api.plugin.PluginResult;
import org.daybook.api.plugin.PluginResult.Answered;
import org.daybook.api.plugin.PluginResult.Failed;
import org.daybook.api.plugin.PluginRunner;

/** The channels that are registered, by their ids. */
final class InstalledChannels {
  private final Supplier<List<Map.Entry<Map<String, Object>, DeliveryChannel>>> registered;
  private final PluginRunner runner;
  private final Duration limit;
  private volatile Known known = new Known(null, Map.of());

  InstalledChannels(
      Supplier<List<Map.Entry<Map<String, Object>, DeliveryChannel>>> registered,
      PluginRunner runner,
      Duration limit) {
    this.registered = registered;
    this.runner = runner;
    this.limit = limit;
  }

  /** The ids of the channels that were registered at the last look, all of them answered. */
  private record Known(
      List<Map.Entry<Map<String, Object>, DeliveryChannel>> registered,
      Map<String, DeliveryChannel> byId) {}

  /**
   * Of two with the same id the one with the higher ranking. They are asked for it once while the
   * same are registered: each question takes a thread of the platform's.
   */
  Map<String, DeliveryChannel> byId() {
    List<Map.Entry<Map<String, Object>, DeliveryChannel>> now = registered.get();
    Known there = known;
    if (there.registered() == now) {
      return there.byId();
    }
    Map<String, DeliveryChannel> byId = byId(now);
    if (byId.size() == now.size()) {
      known = new Known(now, byId);
    }
    return byId;
  }

  /** Calls one; whatever it throws is a failed result. */
  <T> PluginResult<T> call(DeliveryChannel channel, Callable<T> call) {
    try {
      return runner.call(channel, limit, call);
    } catch (DaybookException e) {
      String bundle = runner.bundleOf(channel);
      return new Failed<>(PluginResult.Kind.THREW, bundle, bundle + " gave up: " + e.getMessage());
    }
  }

  private Map<String, DeliveryChannel> byId(
      List<Map.Entry<Map<String, Object>, DeliveryChannel>> services) {
    Map<String, DeliveryChannel> byId = new LinkedHashMap<>();
    services.stream()
        .sorted(
            Comparator.comparingInt(
                    (Map.Entry<Map<String, Object>, DeliveryChannel> each) -> Ranked.of(each))
                .reversed())
        .map(Map.Entry::getValue)
        .forEach(channel -> id(channel).ifPresent(id -> byId.putIfAbsent(id, channel)));
    return byId;
  }

  private Optional<String> id(DeliveryChannel channel) {
    return call(channel, channel::id) instanceof Answered<String> answered
        ? Optional.ofNullable(answered.value())
        : Optional.empty();
  }
}
