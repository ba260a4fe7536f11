package org.daybook.itests.browser;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.daybook.web.pages.board.BoardRoute;
import org.daybook.web.pages.board.Chapter;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/**
 * Which pages the board has: the routes of every chapter that the bundle declares as a component,
 * so that no chapter and no page can be forgotten here.
 */
final class BoardTable {
  private final List<BoardRoute> pages;

  BoardTable() {
    List<BoardRoute> found = new ArrayList<>();
    try (JarFile bundle = new JarFile(bundle().toFile())) {
      String components = bundle.getManifest().getMainAttributes().getValue("Service-Component");
      for (String component : components.split(",")) {
        try (InputStream xml = bundle.getInputStream(bundle.getEntry(component.strip()))) {
          Document description = Jsoup.parse(xml, "UTF-8", "", Parser.xmlParser());
          chapter(description).map(Chapter::routes).ifPresent(found::addAll);
        }
      }
    } catch (IOException | ReflectiveOperationException | URISyntaxException e) {
      throw new IllegalStateException(e);
    }
    pages = found.stream().filter(route -> route.method().equals("GET")).toList();
  }

  private static Path bundle() throws URISyntaxException {
    return Path.of(Chapter.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private static Optional<Chapter> chapter(Document description)
      throws ReflectiveOperationException {
    if (description.select("provide[interface=" + Chapter.class.getName() + "]").isEmpty()) {
      return Optional.empty();
    }
    String type = description.select("implementation").attr("class");
    Constructor<?> constructor = Class.forName(type).getConstructors()[0];
    Object[] references =
        Stream.of(constructor.getParameterTypes()).map(BoardTable::stub).toArray();
    return Optional.of((Chapter) constructor.newInstance(references));
  }

  /** Nobody asks anything of it: a chapter knows its routes without the platform. */
  private static Object stub(Class<?> type) {
    if (!type.isInterface()) {
      return null;
    }
    return Proxy.newProxyInstance(
        type.getClassLoader(),
        new Class<?>[] {type},
        (proxy, method, arguments) -> {
          throw new UnsupportedOperationException(method.toString());
        });
  }

  /** All that can be read, with {@code {id}} for what varies. */
  List<String> templates() {
    return pages.stream().map(BoardRoute::template).toList();
  }

  /** Which of them a path is; one without an id comes first. */
  Optional<String> templateOf(String path) {
    return pages.stream()
        .filter(route -> path.matches(route.template().replace("{id}", "[^/]+")))
        .map(BoardRoute::template)
        .min((one, other) -> Boolean.compare(one.contains("{id}"), other.contains("{id}")));
  }
}
