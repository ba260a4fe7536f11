package org.daybook.rendering.velocity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.velocity.runtime.parser.ParseException;

/** The templates that an operator has put in place of ours: for one client, or for all. */
final class OperatorTemplates {
  private final Optional<Path> directory;
  private final Engine engine;
  private final String macros;
  private final Map<Path, OperatorTemplate> read = new ConcurrentHashMap<>();

  /**
   * Looks for none yet.
   *
   * @param macros that they may call
   */
  OperatorTemplates(Optional<Path> directory, Engine engine, String macros) {
    this.directory = directory;
    this.engine = engine;
    this.macros = macros;
  }

  /** Where there may be one, the first place first. */
  List<Path> places(String name, String client) {
    List<Path> places = new ArrayList<>();
    directory.ifPresent(
        all -> {
          own(all, client).map(of -> of.resolve(name + ".vm")).ifPresent(places::add);
          places.add(all.resolve(name + ".vm"));
        });
    return places;
  }

  /** A code that climbs out of the directory is nobody's. */
  private static Optional<Path> own(Path all, String client) {
    try {
      Path own = all.resolve(client).normalize();
      return all.equals(own.getParent()) ? Optional.of(own) : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** How people call a place. */
  String called(Path place) {
    return directory.map(all -> all.relativize(place)).orElse(place).toString();
  }

  /** The template as the file is now; read again only if it changed. Empty if there is none. */
  Optional<OperatorTemplate> at(Path place) {
    try {
      BasicFileAttributes file = Files.readAttributes(place, BasicFileAttributes.class);
      String version = file.lastModifiedTime().toMillis() + "/" + file.size();
      return Optional.of(
          read.compute(
              place,
              (path, known) ->
                  known != null && known.version().equals(version) ? known : read(path, version)));
    } catch (IOException e) {
      read.remove(place);
      return Optional.empty();
    }
  }

  private OperatorTemplate read(Path place, String version) {
    try {
      // Strict: what is no UTF-8 would come out as question marks.
      String source = Files.readString(place, StandardCharsets.UTF_8);
      return OperatorTemplate.good(version, engine.parse(called(place), List.of(macros, source)));
    } catch (ParseException | IOException | RuntimeException e) {
      return OperatorTemplate.bad(version, Faults.inWords(e));
    }
  }
}
