package org.daybook.sources.routine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.daybook.api.directory.Asset;
import org.daybook.api.directory.AssetKind;
import org.daybook.api.source.TaskSource;
import org.daybook.api.visit.NewCheck;
import org.daybook.api.visit.VisitKind;
import org.daybook.api.visit.VisitListener;
import org.daybook.api.visit.VisitStart;
import org.daybook.sources.routine.Regulation.Item;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the work of the regulations on planned visits. */
@Component(
    service = {TaskSource.class, VisitListener.class},
    configurationPid = RoutineConfig.PID)
@Designate(ocd = RoutineConfig.class)
public final class RoutineSource implements TaskSource, VisitListener {

  static final String ID = "routine";

  private static final Logger LOG = LoggerFactory.getLogger(RoutineSource.class);

  private final Regulations regulations;

  @Activate
  public RoutineSource(BundleContext context, RoutineConfig config) {
    this(directory(config.directory(), context.getProperty("karaf.etc")));
    try {
      regulations.current();
    } catch (RegulationException e) {
      LOG.warn("No visit gets its checks yet: {}", e.getMessage());
    }
  }

  RoutineSource(Path directory) {
    this.regulations = new Regulations(directory);
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
  public List<NewCheck> visitStarted(VisitStart visit) throws RegulationException {
    // In an emergency there is one thing to do.
    if (visit.kind() == VisitKind.EMERGENCY) {
      return List.of();
    }
    Map<AssetKind, List<Item>> items = regulations.current();
    List<NewCheck> checks = new ArrayList<>();
    for (Asset asset : visit.assets()) {
      for (Item item : items.getOrDefault(asset.kind(), List.of())) {
        if (isDue(visit, asset, item)) {
          checks.add(
              new NewCheck(asset.id(), item.id(), item.title(visit.language()), item.mandatory()));
        }
      }
    }
    return checks;
  }

  private static boolean isDue(VisitStart visit, Asset asset, Item item) {
    // Asking when it was last done costs a look into history, so only for what depends on it.
    return item.frequency() == Frequency.EVERY_VISIT
        || visit.hasOpenProblem(asset.id(), item.id())
        || item.frequency()
            .isDue(visit.lastDone(asset.id(), item.id()), visit.arrivedAt(), visit.zone());
  }
}
