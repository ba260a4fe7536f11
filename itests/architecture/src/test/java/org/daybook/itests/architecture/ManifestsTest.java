package org.daybook.itests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.Test;

/** The rules between bundles, as their built manifests tell. */
public class ManifestsTest {

  private static final String API = "org.daybook.api";
  private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();

  private final List<BuiltBundle> bundles = BuiltBundle.all();

  @Test
  public void everyBundleFolderIsChecked() throws IOException {
    assertThat(bundles)
        .describedAs(
            "A bundle that itests/architecture/pom.xml does not list escapes every rule here")
        .extracting(BuiltBundle::symbolicName)
        .containsAll(symbolicNamesByFolder());
  }

  @Test
  public void onlyTheContractExportsPackages() {
    for (BuiltBundle bundle : bundles) {
      if (!bundle.symbolicName().equals(API)) {
        assertThat(bundle.exports())
            .describedAs(
                "%s exports packages. Only %s may: what others can import becomes a contract that"
                    + " nobody versions",
                bundle.symbolicName(), API)
            .isEmpty();
      }
    }
  }

  @Test
  public void theContractExportsNothingButTheContract() {
    assertThat(bundles)
        .filteredOn(bundle -> bundle.symbolicName().equals(API))
        .singleElement()
        .satisfies(
            api ->
                assertThat(api.exports())
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(name).startsWith(API)));
  }

  @Test
  public void bundlesImportOfOursTheContractOnly() {
    for (BuiltBundle bundle : bundles) {
      assertThat(bundle.imports())
          .filteredOn(name -> name.startsWith("org.daybook."))
          .describedAs(
              "%s imports another bundle's packages. The bundles form a star with the contract in"
                  + " the middle: talk to the other one through a service of %s",
              bundle.symbolicName(), API)
          .allSatisfy(name -> assertThat(name).startsWith(API));
    }
  }

  @Test
  public void technologyStaysBehindItsWall() {
    for (Technology technology : Technology.values()) {
      for (BuiltBundle bundle : bundles) {
        if (!technology.bundles().contains(bundle.symbolicName())) {
          for (String root : technology.packages()) {
            assertThat(bundle.importsFrom(root))
                .describedAs(
                    "%s imports %s. %s stays behind one wall, in %s, so that it can be replaced"
                        + " there",
                    bundle.symbolicName(), root, technology, technology.bundles())
                .isFalse();
          }
        }
      }
    }
  }

  @Test
  public void pluginsNeverSeeTheStore() {
    for (BuiltBundle bundle : bundles) {
      if (isPlugin(bundle)) {
        assertThat(bundle.importsFrom("org.daybook.api.store"))
            .describedAs(
                "%s imports the store. Sources are given an intake, sections a read-only view of"
                    + " one closed visit, renderers and channels what they shall show or send",
                bundle.symbolicName())
            .isFalse();
      }
    }
  }

  @Test
  public void noBundleIsCalledAfterNothing() {
    assertThat(bundles)
        .describedAs("Bundles are named for what they do; these names invite everything")
        .extracting(bundle -> lastSegment(bundle.symbolicName()))
        .doesNotContain("common", "util", "utils", "core", "misc", "helper");
  }

  @Test
  public void everyDefaultConfigurationIsInAFeature() throws IOException {
    String features = Files.readString(ROOT.resolve("features/src/main/feature/features.xml"));
    for (Path file : configurationFiles()) {
      String path = file.toString().replaceFirst("^.*/src/main/(cfg|etc)/", "/etc/");
      assertThat(features)
          .describedAs(
              "%s is in no feature, so that no operator would see it: attach it in"
                  + " features/pom.xml and name it in features.xml",
              ROOT.relativize(file))
          .contains("finalname=\"" + path + "\"");
    }
  }

  private static boolean isPlugin(BuiltBundle bundle) {
    return Stream.of("sources", "sections", "rendering", "channels")
        .anyMatch(kind -> bundle.symbolicName().startsWith("org.daybook." + kind + "."));
  }

  private static String lastSegment(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static List<String> symbolicNamesByFolder() throws IOException {
    Path folder = ROOT.resolve("bundles");
    try (Stream<Path> files = Files.walk(folder, 3)) {
      return files
          .filter(file -> file.endsWith("pom.xml"))
          .map(pom -> folder.relativize(pom.getParent()).toString())
          .filter(name -> !name.equals("testkit"))
          .map(name -> "org.daybook." + name.replace('/', '.'))
          .toList();
    }
  }

  private static List<Path> configurationFiles() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve("bundles"))) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> file.toString().matches(".*/src/main/(cfg|etc)/.*"))
          .toList();
    }
  }
}
