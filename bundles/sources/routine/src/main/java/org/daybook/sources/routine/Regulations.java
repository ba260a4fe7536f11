package org.daybook.sources.routine;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.daybook.api.directory.AssetKind;
import org.daybook.sources.routine.Regulation.Item;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The regulations of a directory, read again when a file changes. A file that was good and is not
 * any more is told once and stays in force as it was; one that never was good is an error, because
 * nobody can say what it would have asked for. Safe for any thread.
 */
final class Regulations {

  private static final Logger LOG = LoggerFactory.getLogger(Regulations.class);

  private final Path directory;
  private final Map<Path, Source> sources = new TreeMap<>();
  private final Set<String> toldRepeats = new HashSet<>();

  /** Tells one version of a file from another. */
  private record Stamp(FileTime modified, long size, Object key) {}

  /**
   * A file.
   *
   * @param good the last version that could be read
   * @param complaint why the present one cannot
   */
  private record Source(Stamp stamp, Optional<Regulation> good, Optional<String> complaint) {}

  Regulations(Path directory) {
    this.directory = directory;
  }

  /** The items of each type of equipment that has some, as they are in force now. */
  synchronized Map<AssetKind, List<Item>> current() throws RegulationException {
    refresh();
    List<String> unusable =
        sources.values().stream()
            .filter(source -> source.good().isEmpty())
            .flatMap(source -> source.complaint().stream())
            .toList();
    if (!unusable.isEmpty()) {
      throw new RegulationException(unusable.stream().collect(joining(" ")));
    }
    if (sources.isEmpty()) {
      throw new RegulationException("There is no regulation (*.yaml) in " + directory + ".");
    }
    return joined();
  }

  private Map<AssetKind, List<Item>> joined() {
    Map<AssetKind, Map<String, Item>> byId = new EnumMap<>(AssetKind.class);
    sources.forEach(
        (path, source) -> {
          Regulation regulation = source.good().orElseThrow();
          Map<String, Item> ofKind =
              byId.computeIfAbsent(regulation.kind(), kind -> new LinkedHashMap<>());
          for (Item item : regulation.items()) {
            if (ofKind.putIfAbsent(item.id(), item) != null) {
              tellRepeat(path, regulation.kind(), item);
            }
          }
        });
    Map<AssetKind, List<Item>> joined = new EnumMap<>(AssetKind.class);
    byId.forEach((kind, items) -> joined.put(kind, List.copyOf(items.values())));
    return joined;
  }

  private void tellRepeat(Path path, AssetKind kind, Item item) {
    String repeat = path.getFileName() + " repeats the item " + item.id() + " of " + kind;
    if (toldRepeats.add(repeat)) {
      LOG.warn("{}, which an earlier file has; the earlier one counts.", repeat);
    }
  }

  private void refresh() throws RegulationException {
    List<Path> files = files();
    if (sources.keySet().retainAll(files)) {
      LOG.info("Regulations were removed from {}", directory);
    }
    for (Path file : files) {
      Optional<Stamp> stamp = stamp(file);
      Source known = sources.get(file);
      if (stamp.isPresent() && (known == null || !known.stamp().equals(stamp.get()))) {
        sources.put(file, read(file, stamp.get(), Optional.ofNullable(known)));
      }
    }
  }

  private static Source read(Path file, Stamp stamp, Optional<Source> known) {
    try {
      Regulation regulation = RegulationReader.read(file);
      LOG.info(
          "Regulation {}: {} items for {}",
          file.getFileName(),
          regulation.items().size(),
          regulation.kind());
      return new Source(stamp, Optional.of(regulation), Optional.empty());
    } catch (RegulationException e) {
      Optional<Regulation> good = known.flatMap(Source::good);
      LOG.warn(
          "{} {}",
          e.getMessage(),
          good.isPresent()
              ? "The version before stays in force."
              : "Until it is mended, no visit gets its checks.");
      return new Source(stamp, good, Optional.of(e.getMessage()));
    }
  }

  private List<Path> files() throws RegulationException {
    try (Stream<Path> files = Files.list(directory)) {
      return new ArrayList<>(files.filter(Regulations::isRegulation).sorted().toList());
    } catch (IOException e) {
      throw new RegulationException("The directory " + directory + " cannot be read.", e);
    }
  }

  private static boolean isRegulation(Path file) {
    String name = file.getFileName().toString();
    return (name.endsWith(".yaml") || name.endsWith(".yml")) && !name.startsWith(".");
  }

  /** Empty if the file went away at this very moment. */
  private static Optional<Stamp> stamp(Path file) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return Optional.of(
          new Stamp(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
