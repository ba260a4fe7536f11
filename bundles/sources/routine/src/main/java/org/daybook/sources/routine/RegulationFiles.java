package org.daybook.sources.routine;

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
import org.daybook.api.regulation.RegulationItem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The regulations in the files of a directory, read again when a file changes. A file that was good
 * and is not any more still says what it said. Safe for any thread.
 */
final class RegulationFiles {

  private static final Logger LOG = LoggerFactory.getLogger(RegulationFiles.class);

  /** More the platform does not take for one type of equipment. */
  private static final int MOST_ITEMS = 200;

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
  private record Source(Stamp stamp, Optional<FileContent> good, Optional<String> complaint) {}

  RegulationFiles(Path directory) {
    this.directory = directory;
  }

  /** What they say now. */
  synchronized Said said() {
    List<String> complaints = new ArrayList<>();
    try {
      refresh();
      if (sources.isEmpty()) {
        complaints.add("There is no regulation (*.yaml) in " + directory + ".");
      }
    } catch (RegulationException e) {
      complaints.add(e.getMessage());
    }
    sources.values().forEach(source -> source.complaint().ifPresent(complaints::add));
    return new Said(joined(complaints), complaints);
  }

  /**
   * What all files say of each type. Of one with too many items nothing is said, so that what is in
   * force stays: any part of them would end the others.
   */
  private Map<AssetKind, List<RegulationItem>> joined(List<String> complaints) {
    Map<AssetKind, Map<String, RegulationItem>> byId = new EnumMap<>(AssetKind.class);
    sources.forEach(
        (path, source) -> source.good().ifPresent(file -> join(path, file, byId, complaints)));
    Map<AssetKind, List<RegulationItem>> joined = new EnumMap<>(AssetKind.class);
    byId.forEach(
        (kind, items) -> {
          if (items.size() <= MOST_ITEMS) {
            joined.put(kind, List.copyOf(items.values()));
          }
        });
    return joined;
  }

  private void join(
      Path path,
      FileContent file,
      Map<AssetKind, Map<String, RegulationItem>> byId,
      List<String> complaints) {
    Map<String, RegulationItem> ofKind =
        byId.computeIfAbsent(file.kind(), kind -> new LinkedHashMap<>());
    for (int i = 0; i < file.items().size(); i++) {
      RegulationItem item = file.items().get(i);
      if (ofKind.putIfAbsent(item.id(), item) != null) {
        tellRepeat(path, file.kind(), item);
      } else if (ofKind.size() == MOST_ITEMS + 1) {
        complaints.add(tooMany(path, file.lines().get(i), file.kind()));
      }
    }
  }

  private static String tooMany(Path path, int line, AssetKind kind) {
    return RegulationException.at(
        path.getFileName().toString(),
        line,
        "from here on " + kind + " has more than the " + MOST_ITEMS + " items that it may have");
  }

  private void tellRepeat(Path path, AssetKind kind, RegulationItem item) {
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
      FileContent regulation = RegulationReader.read(file);
      LOG.info(
          "Regulation {}: {} items for {}",
          file.getFileName(),
          regulation.items().size(),
          regulation.kind());
      return new Source(stamp, Optional.of(regulation), Optional.empty());
    } catch (RegulationException e) {
      Optional<FileContent> good = known.flatMap(Source::good);
      LOG.warn(
          "{} {}",
          e.getMessage(),
          good.isPresent()
              ? "It counts as it was before."
              : "Until it is mended, nothing of it counts.");
      return new Source(stamp, good, Optional.of(e.getMessage()));
    }
  }

  private List<Path> files() throws RegulationException {
    try (Stream<Path> files = Files.list(directory)) {
      return new ArrayList<>(files.filter(RegulationFiles::isRegulation).sorted().toList());
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
