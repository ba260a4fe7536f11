package org.daybook.core.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import org.daybook.api.plan.PlanState;
import org.daybook.api.plan.Unmet;
import org.junit.Test;

public class WordsTest {
  private static final Path FOLDER = Path.of("src/main/resources/org/daybook/core/planning");

  @Test
  public void bothLanguagesSayTheSameThings() throws IOException {
    assertThat(words("words.properties").keySet()).isEqualTo(words("words_ru.properties").keySet());
  }

  @Test
  public void everyWishAndStateHasAWord() {
    Words words = new Words(Locale.forLanguageTag("ru"));
    for (Unmet.Wish wish : Unmet.Wish.values()) {
      assertThat(words.get("wish." + wish)).isNotBlank();
    }
    for (PlanState state : PlanState.values()) {
      assertThat(words.get("picture." + state)).isNotBlank();
    }
  }

  @Test
  public void aReasonOfThePlannersIsKnownInEitherLanguage() {
    assertThat(Words.isPlanners("Planned again")).isTrue();
    assertThat(Words.isPlanners("Перепланировано")).isTrue();
    assertThat(Words.isPlanners("Перепланировано: по норме нужно меньше выездов")).isTrue();
    assertThat(Words.isPlanners("Убрано из черновика")).isFalse();
    assertThat(Words.isPlanners("Просьба клиента")).isFalse();
  }

  private static Properties words(String file) throws IOException {
    Properties words = new Properties();
    try (Reader reader = Files.newBufferedReader(FOLDER.resolve(file))) {
      words.load(reader);
    }
    return words;
  }
}
