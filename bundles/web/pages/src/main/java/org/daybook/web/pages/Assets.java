package org.daybook.web.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The files that pages load: style sheets and scripts. They are the same for everybody, hold
 * nothing of anybody, and are read when the first page asks for them. Safe for any thread.
 */
public final class Assets {
  private static final Map<String, String> TYPES =
      Map.of(
          "page.css", "text/css; charset=utf-8",
          "htmx.min.js", "text/javascript; charset=utf-8",
          "board.js", "text/javascript; charset=utf-8",
          "search.js", "text/javascript; charset=utf-8");

  private static final Map<String, Asset> READ = new ConcurrentHashMap<>();

  private Assets() {}

  /**
   * The address of a file, which changes with its content, so that browsers may keep it for good.
   *
   * @param root the way from the page to the root of the server
   */
  public static String href(String root, String name) {
    return root + "pages/" + name + "?v=" + find(name).orElseThrow().version();
  }

  static Optional<Asset> find(String name) {
    return TYPES.containsKey(name)
        ? Optional.of(READ.computeIfAbsent(name, Assets::read))
        : Optional.empty();
  }

  private static Asset read(String name) {
    try (InputStream in = Assets.class.getResourceAsStream(name)) {
      byte[] bytes = in.readAllBytes();
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return new Asset(TYPES.get(name), bytes, HexFormat.of().formatHex(hash, 0, 6));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A file; its version changes with its content. */
  record Asset(String type, byte[] bytes, String version) {}
}
