package org.daybook.itests.architecture;

import aQute.bnd.header.OSGiHeader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.Manifest;

/** What a bundle of ours says about itself in its manifest. */
record BuiltBundle(String symbolicName, Set<String> imports, Set<String> exports) {

  /** Every bundle of ours on the class path. */
  static List<BuiltBundle> all() {
    try {
      ClassLoader loader = BuiltBundle.class.getClassLoader();
      return Collections.list(loader.getResources("META-INF/MANIFEST.MF")).stream()
          .map(BuiltBundle::read)
          .filter(bundle -> bundle.symbolicName().startsWith("org.daybook."))
          .filter(bundle -> !bundle.symbolicName().startsWith("org.daybook.itests."))
          .sorted(Comparator.comparing(BuiltBundle::symbolicName))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BuiltBundle read(URL url) {
    try (InputStream in = url.openStream()) {
      Attributes headers = new Manifest(in).getMainAttributes();
      String symbolicName = headers.getValue("Bundle-SymbolicName");
      return new BuiltBundle(
          symbolicName == null ? "" : symbolicName,
          packages(headers.getValue("Import-Package")),
          packages(headers.getValue("Export-Package")));
    } catch (IOException e) {
      throw new UncheckedIOException(url.toString(), e);
    }
  }

  private static Set<String> packages(String header) {
    return new TreeSet<>(OSGiHeader.parseHeader(header).keySet());
  }

  /** Whether it imports the package or one below it. */
  boolean importsFrom(String root) {
    return imports.stream().anyMatch(name -> name.equals(root) || name.startsWith(root + "."));
  }
}
