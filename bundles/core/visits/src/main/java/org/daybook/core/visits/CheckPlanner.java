package org.daybook.core.visits;

import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.daybook.api.directory.Asset;
import org.daybook.api.error.DaybookException;
import org.daybook.api.plugin.PluginResult;
import org.daybook.api.plugin.PluginResult.Answered;
import org.daybook.api.plugin.PluginResult.Failed;
import org.daybook.api.plugin.PluginRunner;
import org.daybook.api.visit.NewCheck;
import org.daybook.api.visit.VisitKind;
import org.daybook.api.visit.VisitListener;
import org.daybook.api.visit.VisitStart;

/** Asks the listeners for the checks of a visit. Must not be called inside a transaction. */
final class CheckPlanner {

  private static final int MAX_ITEM_ID = 100;
  private static final int MAX_TITLE = 300;

  private final PluginRunner runner;
  private final Supplier<List<VisitListener>> listeners;
  private final Duration limit;
  private final Set<String> requiredSources;

  /**
   * What the listeners said.
   *
   * @param checks of those that answered, each pair of equipment and item once
   * @param answered ids of the sources that did, and names of their bundles
   */
  record Plan(List<NewCheck> checks, Set<String> answered, List<Fault> faults) {

    static final Plan NOTHING = new Plan(List.of(), Set.of(), List.of());

    boolean complete() {
      return faults.isEmpty();
    }
  }

  /**
   * A listener that did not answer.
   *
   * @param source its source's id; its bundle if even that is not known
   * @param sentence for the operator, names the bundle
   */
  record Fault(String source, String sentence) {}

  CheckPlanner(
      PluginRunner runner,
      Supplier<List<VisitListener>> listeners,
      Duration limit,
      Set<String> requiredSources) {
    this.runner = runner;
    this.listeners = listeners;
    this.limit = limit;
    this.requiredSources = requiredSources;
  }

  Plan plan(VisitStart start) {
    List<NewCheck> checks = new ArrayList<>();
    Set<String> answered = new TreeSet<>();
    List<Fault> faults = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    Set<String> known = start.assets().stream().map(Asset::id).collect(toSet());

    for (VisitListener listener : List.copyOf(listeners.get())) {
      PluginResult<String> named = call(listener, listener::source);
      String source = nameOf(listener, named);
      if (named instanceof Failed<String> failed) {
        // It may well be the one that is required: no need to miss that as well.
        seen.addAll(requiredSources);
        faults.add(new Fault(source, failed.sentence()));
        continue;
      }
      seen.add(source);
      PluginResult<List<NewCheck>> result =
          call(listener, () -> List.copyOf(listener.visitStarted(start)));
      if (result instanceof Failed<List<NewCheck>> failed) {
        faults.add(new Fault(source, failed.sentence()));
      } else if (result instanceof Answered<List<NewCheck>> answer) {
        Optional<String> nonsense =
            answer.value().stream().flatMap(check -> wrong(check, known).stream()).findFirst();
        if (nonsense.isPresent()) {
          faults.add(
              new Fault(source, runner.bundleOf(listener) + " made a check " + nonsense.get()));
        } else {
          checks.addAll(answer.value());
          answered.add(source);
          answered.add(bundleName(listener));
        }
      }
    }
    if (start.kind() == VisitKind.PLANNED) {
      requiredSources.stream()
          .filter(source -> !seen.contains(source))
          .forEach(source -> faults.add(missing(source)));
    }
    return new Plan(withoutRepeats(checks), answered, faults);
  }

  /** Whatever a listener throws is its fault: the engineer must be able to begin. */
  private <T> PluginResult<T> call(VisitListener listener, Callable<T> call) {
    try {
      return runner.call(listener, limit, call);
    } catch (DaybookException e) {
      String bundle = runner.bundleOf(listener);
      return new Failed<>(PluginResult.Kind.THREW, bundle, bundle + " failed: " + e.getMessage());
    }
  }

  private String nameOf(VisitListener listener, PluginResult<String> named) {
    return named instanceof Answered<String> answer && answer.value() != null
        ? answer.value()
        : bundleName(listener);
  }

  /** Without its version: what an update mends is told to be mended. */
  private String bundleName(VisitListener listener) {
    return runner.bundleOf(listener).split(" ", 2)[0];
  }

  private static Fault missing(String source) {
    return new Fault(
        source,
        "No bundle provides the source "
            + source
            + ", whose checks planned visits need. Install or start it.");
  }

  private static Optional<String> wrong(NewCheck check, Set<String> knownAssets) {
    if (check.assetId() == null || !knownAssets.contains(check.assetId())) {
      return Optional.of("on equipment that is not at the site: " + check.assetId() + ".");
    }
    if (!fits(check.itemId(), MAX_ITEM_ID)) {
      return Optional.of("whose item is blank or too long: " + check.itemId() + ".");
    }
    if (!fits(check.title(), MAX_TITLE)) {
      return Optional.of("whose title is blank or too long: " + check.title() + ".");
    }
    return Optional.empty();
  }

  private static boolean fits(String text, int maxLength) {
    return text != null && !text.isBlank() && text.length() <= maxLength;
  }

  private static List<NewCheck> withoutRepeats(List<NewCheck> checks) {
    Set<CheckKey> keys = new HashSet<>();
    return checks.stream().filter(check -> keys.add(CheckKey.of(check))).toList();
  }
}
