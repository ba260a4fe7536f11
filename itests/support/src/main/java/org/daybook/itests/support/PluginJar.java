package org.daybook.itests.support;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.Jar;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes a plugin bundle out of classes of the test, the way an author's build does: bnd reads the
 * component annotations and works out the imports.
 */
public final class PluginJar {

  private PluginJar() {}

  /**
   * Packs the packages of the given classes into a bundle.
   *
   * @param target the file to write
   * @param symbolicName the bundle's symbolic name
   * @param classes one class of every package that shall be in the bundle
   */
  public static Path write(Path target, String symbolicName, Class<?>... classes) {
    return write(target, symbolicName, Map.of(), classes);
  }

  /**
   * The same with headers for the manifest, such as {@code Bundle-Version}, and those that the
   * plugin reads itself.
   */
  public static Path write(
      Path target, String symbolicName, Map<String, String> headers, Class<?>... classes) {
    try (Builder builder = new Builder()) {
      for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
        File file = new File(entry);
        if (file.exists()) {
          builder.addClasspath(file);
        }
      }
      builder.setBundleSymbolicName(symbolicName);
      builder.setBundleVersion("1.0.0");
      headers.forEach(builder::setProperty);
      builder.setPrivatePackage(packages(classes));
      builder.setProperty("-noimportjava", "true");
      builder.setProperty("-dsannotations-options", "nocapabilities,norequirements");
      try (Jar jar = builder.build()) {
        if (!builder.isOk()) {
          throw new IllegalStateException(
              "bnd cannot build " + symbolicName + ": " + builder.getErrors());
        }
        // Written beside and moved, so that a running Daybook never finds half a file in deploy/
        File unfinished = new File(target.getParent().toFile(), "." + symbolicName + ".part");
        jar.write(unfinished);
        if (!unfinished.renameTo(target.toFile())) {
          throw new IllegalStateException("Cannot write " + target);
        }
      }
      return target;
    } catch (IllegalStateException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("bnd cannot build " + symbolicName, e);
    }
  }

  private static String packages(Class<?>... classes) {
    Stream<String> names = Arrays.stream(classes).map(Class::getPackageName).distinct();
    return names.collect(Collectors.joining(","));
  }
}
