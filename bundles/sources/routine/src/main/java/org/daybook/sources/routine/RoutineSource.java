package org.daybook.sources.routine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.daybook.api.access.Actor;
import org.daybook.api.directory.Asset;
import org.daybook.api.directory.AssetKind;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.error.UnavailableException;
import org.daybook.api.regulation.Frequency;
import org.daybook.api.regulation.Regulation;
import org.daybook.api.regulation.RegulationItem;
import org.daybook.api.regulation.Regulations;
import org.daybook.api.source.TaskIntake;
import org.daybook.api.source.TaskSource;
import org.daybook.api.visit.NewCheck;
import org.daybook.api.visit.VisitKind;
import org.daybook.api.visit.VisitListener;
import org.daybook.api.visit.VisitStart;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Brings the regulations of the operator's files into the platform, and puts their work on planned
 * visits.
 */
@Component(
    service = {TaskSource.class, VisitListener.class},
    configurationPid = RoutineConfig.PID)
@Designate(ocd = RoutineConfig.class)
public final class RoutineSource implements TaskSource, VisitListener {

  static final String ID = "routine";

  private static final Actor SELF = Actor.system("source:" + ID);

  /** So that the board shows a changed file soon, and a broken one is told before a visit. */
  private static final Duration LOOK_EVERY = Duration.ofMinutes(1);

  private final RegulationFiles files;

  /** Away without storage: whoever needs it then says so, rather than this source going away. */
  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile Regulations regulations;

  /** What was taken over last, so that nodes with different files do not take turns for ever. */
  private Map<AssetKind, List<RegulationItem>> taken = Map.of();

  @Activate
  public RoutineSource(BundleContext context, RoutineConfig config) {
    this(directory(config.directory(), context.getProperty("karaf.etc")), null);
  }

  RoutineSource(Path directory, Regulations regulations) {
    this.files = new RegulationFiles(directory);
    this.regulations = regulations;
  }

  static Path directory(String configured, String etc) {
    if (!configured.isBlank()) {
      return Path.of(configured.strip());
    }
    if (etc == null) {
      throw new IllegalArgumentException(
          RoutineConfig.PID + ": directory must be set where karaf.etc is not");
    }
    return Path.of(etc, "daybook", "regulations");
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String source() {
    return ID;
  }

  @Override
  public String title(Locale language) {
    return language.getLanguage().equals("en") ? "Routine regulation" : "Регламент";
  }

  @Override
  public Optional<Duration> pollEvery() {
    return Optional.of(LOOK_EVERY);
  }

  /** Looks at the files. Brings no tasks: a regulation becomes checks, not tasks. */
  @Override
  public void poll(TaskIntake intake) throws RegulationException {
    if (regulations == null) {
      // Just starting, or without storage, which others tell of.
      return;
    }
    requireNoComplaint(takeOver(files.said()));
  }

  @Override
  public List<NewCheck> visitStarted(VisitStart visit) throws RegulationException {
    // In an emergency there is one thing to do.
    if (visit.kind() == VisitKind.EMERGENCY) {
      return List.of();
    }
    InForce inForce = takeOver(files.said());
    Map<AssetKind, Regulation> byKind = inForce.byKind();
    if (byKind.isEmpty()
        || visit.assets().stream().anyMatch(asset -> !byKind.containsKey(asset.kind()))) {
      // Nobody can say what a file that cannot be used would have asked for.
      requireNoComplaint(inForce);
    }
    List<NewCheck> checks = new ArrayList<>();
    for (Asset asset : visit.assets()) {
      Regulation regulation = byKind.get(asset.kind());
      if (regulation != null && regulation.active()) {
        regulation.items().stream()
            .filter(item -> isDue(visit, asset, item))
            .map(item -> check(visit, asset, item))
            .forEach(checks::add);
      }
    }
    return checks;
  }

  /**
   * One at a time: a look at the files and a visit must not make the same regulation twice. What
   * the platform refuses stays untaken, so that it is told at every look, and taken once it can be.
   */
  private synchronized InForce takeOver(Said said) {
    Regulations present = regulations;
    if (present == null) {
      throw new UnavailableException("The regulations are away, as without storage.");
    }
    InForce inForce = new InForce(present.all(), said.complaints());
    Map<AssetKind, List<RegulationItem>> now = new EnumMap<>(AssetKind.class);
    for (Map.Entry<AssetKind, List<RegulationItem>> each : said.items().entrySet()) {
      AssetKind kind = each.getKey();
      boolean known = inForce.byKind().containsKey(kind);
      try {
        if (!known || !each.getValue().equals(taken.get(kind))) {
          // Each type by itself: one that is refused must not keep the others from being taken.
          inForce = inForce.with(present.takeOver(SELF, Map.of(kind, each.getValue())));
        }
        now.put(kind, each.getValue());
      } catch (InvalidInputException e) {
        inForce = inForce.with("The files of " + kind + " are refused: " + e.getMessage() + ".");
      }
    }
    taken = now;
    return inForce;
  }

  private static void requireNoComplaint(InForce inForce) throws RegulationException {
    if (!inForce.complaints().isEmpty()) {
      throw new RegulationException(String.join(" ", inForce.complaints()));
    }
  }

  private static NewCheck check(VisitStart visit, Asset asset, RegulationItem item) {
    return new NewCheck(asset.id(), item.id(), item.title(visit.language()), item.mandatory());
  }

  private static boolean isDue(VisitStart visit, Asset asset, RegulationItem item) {
    // Asking when it was last done costs a look into history, so only for what depends on it.
    return item.frequency() == Frequency.EVERY_VISIT
        || visit.hasOpenProblem(asset.id(), item.id())
        || item.frequency()
            .isDue(visit.lastDone(asset.id(), item.id()), visit.arrivedAt(), visit.zone());
  }
}
