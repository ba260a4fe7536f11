package org.daybook.core.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** The plugins of one kind that are there now. */
final class Plugins<S, D> {
  private final Function<S, Optional<D>> ask;
  private volatile List<Plugin<S, D>> present = List.of();

  Plugins(Function<S, Optional<D>> ask) {
    this.ask = ask;
  }

  synchronized Plugin<S, D> add(S service) {
    Plugin<S, D> added = new Plugin<>(service, ask);
    List<Plugin<S, D>> more = new ArrayList<>(present);
    more.add(added);
    present = List.copyOf(more);
    return added;
  }

  synchronized void remove(S service) {
    present = present.stream().filter(plugin -> plugin.service() != service).toList();
  }

  List<Plugin<S, D>> present() {
    return present;
  }

  Optional<Plugin<S, D>> find(Predicate<D> wanted) {
    return present.stream()
        .filter(plugin -> plugin.description().filter(wanted).isPresent())
        .findFirst();
  }
}
