package org.daybook.core.intake;

import java.util.Optional;
import java.util.function.Function;

/**
 * A plugin's service and what it says of itself. That is asked once, because asking is a call like
 * any other; a plugin that fails to say it is asked again next time.
 *
 * @param <S> the plugin's service
 * @param <D> what it says of itself
 */
final class Plugin<S, D> {
  private final S service;
  private final Function<S, Optional<D>> ask;
  private volatile Optional<D> description = Optional.empty();

  Plugin(S service, Function<S, Optional<D>> ask) {
    this.service = service;
    this.ask = ask;
  }

  S service() {
    return service;
  }

  Optional<D> description() {
    if (description.isEmpty()) {
      description = ask.apply(service);
    }
    return description;
  }
}
