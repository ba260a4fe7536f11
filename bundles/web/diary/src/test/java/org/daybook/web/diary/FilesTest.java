package org.daybook.web.diary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.Test;

/** The files belong together. */
public class FilesTest {
  private static final Path APP = app();

  @Test
  public void everyFileIsListedAndEveryListedFileIsThere() throws IOException {
    try (Stream<Path> files = Files.walk(APP)) {
      Set<String> there =
          files
              .filter(Files::isRegularFile)
              .map(file -> APP.relativize(file).toString())
              .filter(name -> !name.equals("files.txt") && !name.equals("lib/LICENSE"))
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(Files.readAllLines(APP.resolve("files.txt"))).containsExactlyElementsOf(there);
    }
  }

  @Test
  public void bothLanguagesSayTheSameThings() throws IOException {
    assertThat(names(texts("en"))).containsExactlyElementsOf(names(texts("ru")));
  }

  @Test
  public void pluralFormsAreThoseOfTheLanguage() throws IOException {
    plurals("ru", List.of("one", "few", "many", "other"));
    plurals("en", List.of("one", "other"));
  }

  @Test
  public void everyTextThatIsAskedForIsThere() throws IOException {
    Set<String> known = names(texts("ru"));
    Pattern asked = Pattern.compile("\\bt\\('([^']+)'");
    for (Path script : scripts()) {
      asked
          .matcher(Files.readString(script))
          .results()
          .map(found -> found.group(1))
          .forEach(name -> assertThat(known).as(script.toString()).contains(name));
    }
  }

  @Test
  public void valuesInTextsAreTheSameInBothLanguages() throws IOException {
    JsonNode russian = texts("ru");
    JsonNode english = texts("en");
    for (String name : names(russian)) {
      assertThat(values(english.path(name))).as(name).isEqualTo(values(russian.path(name)));
    }
  }

  @Test
  public void nothingBecomesMarkup() throws IOException {
    for (Path script : scripts()) {
      assertThat(Files.readString(script))
          .as(script.toString())
          .doesNotContain(
              "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(");
    }
  }

  private static List<Path> scripts() throws IOException {
    try (Stream<Path> files = Files.walk(APP)) {
      return files
          .filter(file -> file.toString().endsWith(".js") && !file.startsWith(APP.resolve("lib")))
          .toList();
    }
  }

  private static void plurals(String language, List<String> forms) throws IOException {
    texts(language)
        .properties()
        .forEach(
            text -> {
              if (text.getValue().isObject()) {
                assertThat(names(text.getValue()))
                    .as(language + " " + text.getKey())
                    .containsExactlyInAnyOrderElementsOf(forms);
              }
            });
  }

  private static Set<String> values(JsonNode text) {
    return Pattern.compile("\\{(\\w+)}")
        .matcher(text.isObject() ? text.path("other").asText() : text.asText())
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static JsonNode texts(String language) throws IOException {
    return new ObjectMapper().readTree(APP.resolve("texts/" + language + ".json").toFile());
  }

  private static Path app() {
    try {
      return Path.of(App.class.getResource("app/shell.html").toURI()).getParent();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
