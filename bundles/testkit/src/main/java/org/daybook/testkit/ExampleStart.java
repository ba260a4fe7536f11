package org.daybook.testkit;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.daybook.api.directory.Asset;
import org.daybook.api.visit.VisitKind;
import org.daybook.api.visit.VisitStart;

/** A visit that begins at {@link Examples#NOW}, for listeners. */
public final class ExampleStart implements VisitStart {
  private final List<Asset> assets;
  private final Map<List<String>, Instant> lastDone = new HashMap<>();
  private final Set<List<String>> openProblems = new HashSet<>();
  private Locale language = Examples.RUSSIAN;
  private VisitKind kind = VisitKind.PLANNED;
  private Instant arrivedAt = Examples.NOW;

  private ExampleStart(List<Asset> assets) {
    this.assets = List.copyOf(assets);
  }

  public static ExampleStart with(List<Asset> assets) {
    return new ExampleStart(assets);
  }

  public ExampleStart language(Locale value) {
    language = value;
    return this;
  }

  public ExampleStart kind(VisitKind value) {
    kind = value;
    return this;
  }

  public ExampleStart arrivedAt(Instant value) {
    arrivedAt = value;
    return this;
  }

  /** An item was answered with OK before. */
  public ExampleStart lastDone(String assetId, String itemId, Instant at) {
    lastDone.put(List.of(assetId, itemId), at);
    return this;
  }

  /** A problem that an item found is open. */
  public ExampleStart openProblem(String assetId, String itemId) {
    openProblems.add(List.of(assetId, itemId));
    return this;
  }

  @Override
  public String visitId() {
    return Examples.VISIT_ID;
  }

  @Override
  public VisitKind kind() {
    return kind;
  }

  @Override
  public Locale language() {
    return language;
  }

  @Override
  public ZoneId zone() {
    return Examples.ZONE;
  }

  @Override
  public Instant arrivedAt() {
    return arrivedAt;
  }

  @Override
  public List<Asset> assets() {
    return assets;
  }

  @Override
  public Optional<Instant> lastDone(String assetId, String itemId) {
    return Optional.ofNullable(lastDone.get(List.of(assetId, itemId)));
  }

  @Override
  public boolean hasOpenProblem(String assetId, String itemId) {
    return openProblems.contains(List.of(assetId, itemId));
  }
}
