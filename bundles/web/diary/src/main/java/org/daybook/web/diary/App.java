package org.daybook.web.diary;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files of the diary, by the addresses at which they are served. Scripts, styles, texts and
 * pictures are below an address that has the hash of all of them in it: a phone that has loaded one
 * of them never mixes two versions.
 */
final class App {
  static final String SHELL = "/diary";
  static final String WORKER = "/diary/sw.js";
  static final String MANIFEST = "/diary/manifest.webmanifest";

  private final Map<String, byte[]> sources;
  private final String version;
  private final Map<String, Served> served = new TreeMap<>();

  /**
   * @param sources the content of each file by its name
   */
  App(Map<String, byte[]> sources) {
    this.sources = sources;
    this.version = hash(sources);
    sources.forEach(
        (name, content) -> {
          if (!isEntrance(name)) {
            served.put(base() + "/" + name, Served.of(name, content, true));
          }
        });
    served.put(SHELL, filledIn("shell.html"));
    served.put(MANIFEST, filledIn("manifest.webmanifest"));
    served.put(WORKER, worker());
  }

  /** What the bundle has. */
  static App load(MapSearch map) {
    return new App(files(map));
  }

  /** The files of the bundle, the shell with where addresses lead. */
  static Map<String, byte[]> files(MapSearch map) {
    Map<String, byte[]> files = new TreeMap<>();
    text("files.txt").lines().forEach(name -> files.put(name, read(name)));
    String shell = text("shell.html").replace("${mapSearch}", map.escaped());
    files.put("shell.html", shell.getBytes(StandardCharsets.UTF_8));
    return files;
  }

  /** Changes with every change of any file. */
  String version() {
    return version;
  }

  Optional<Served> at(String path) {
    return Optional.ofNullable(served.get(path.equals(SHELL + "/") ? SHELL : path));
  }

  private String base() {
    return SHELL + "/v/" + version;
  }

  private Served filledIn(String name) {
    String text = new String(sources.get(name), StandardCharsets.UTF_8).replace("${base}", base());
    return Served.of(name, text.getBytes(StandardCharsets.UTF_8), false);
  }

  /** The worker with what it has to keep. */
  private Served worker() {
    String files =
        Stream.concat(
                Stream.of(SHELL, MANIFEST), served.keySet().stream().filter(this::belongsToShell))
            .distinct()
            .map(path -> "  '" + path + "',\n")
            .collect(Collectors.joining());
    String head =
        "const VERSION = '%s';\nconst BASE = '%s';\nconst FILES = [\n%s];\n"
            .formatted(version, base(), files);
    String text = head + new String(sources.get("sw.js"), StandardCharsets.UTF_8);
    return Served.of("sw.js", text.getBytes(StandardCharsets.UTF_8), false);
  }

  /** A phone takes one of the icons when the diary is installed, and needs none of them later. */
  private boolean belongsToShell(String path) {
    return !path.endsWith(".png");
  }

  private static boolean isEntrance(String name) {
    return List.of("shell.html", "manifest.webmanifest", "sw.js").contains(name);
  }

  private static String text(String name) {
    return new String(read(name), StandardCharsets.UTF_8);
  }

  private static byte[] read(String name) {
    try (InputStream in = App.class.getResourceAsStream("app/" + name)) {
      if (in == null) {
        throw new IllegalStateException("the bundle lacks app/" + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash(Map<String, byte[]> sources) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      sources.forEach(
          (name, content) -> {
            digest.update((name + "\n" + content.length + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(content);
          });
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }
}
