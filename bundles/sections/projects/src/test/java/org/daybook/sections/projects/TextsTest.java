package org.daybook.sections.projects;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.daybook.testkit.Examples;
import org.junit.Test;

public class TextsTest {
  @Test
  public void bothLanguagesHaveTheSameKeys() {
    assertThat(keys(Examples.RUSSIAN)).isEqualTo(keys(Examples.ENGLISH)).isNotEmpty();
  }

  @Test
  public void everyPatternTakesTheSameArguments() {
    for (String key : keys(Examples.ENGLISH)) {
      assertThat(arguments(key, Examples.RUSSIAN))
          .as(key)
          .isEqualTo(arguments(key, Examples.ENGLISH));
    }
  }

  @Test
  public void anotherLanguageIsEnglishWhateverTheServerSpeaks() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Examples.RUSSIAN);
    try {
      assertThat(new Texts(Locale.FRENCH).get("title"))
          .isEqualTo(new Texts(Locale.ENGLISH).get("title"));
    } finally {
      Locale.setDefault(before);
    }
  }

  private static List<String> keys(Locale language) {
    return bundle(language).keySet().stream().sorted().toList();
  }

  private static List<String> arguments(String key, Locale language) {
    return new MessageFormat(bundle(language).getString(key), language)
        .getArgumentNames().stream().sorted().toList();
  }

  private static ResourceBundle bundle(Locale language) {
    return ResourceBundle.getBundle(
        "org.daybook.sections.projects.texts",
        language,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }
}
