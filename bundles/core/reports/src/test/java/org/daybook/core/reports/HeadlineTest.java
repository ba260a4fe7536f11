package org.daybook.core.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.daybook.api.report.ReportDocument.Summary;
import org.daybook.testkit.Examples;
import org.junit.After;
import org.junit.Test;

public class HeadlineTest {
  private final Locale machine = Locale.getDefault();

  @After
  public void restoreTheMachine() {
    Locale.setDefault(machine);
  }

  @Test
  public void russianPluralsAreRight() {
    assertThat(russian(14, 16, 23, 25))
        .isEqualTo("Выполнено 14 из 16 задач; 23 из 25 устройств в порядке.");
    assertThat(russian(1, 1, 1, 1))
        .isEqualTo("Выполнена 1 из 1 задачи; 1 из 1 устройства в порядке.");
    assertThat(russian(2, 2, 2, 2))
        .isEqualTo("Выполнено 2 из 2 задач; 2 из 2 устройств в порядке.");
    assertThat(russian(21, 21, 20, 21))
        .isEqualTo("Выполнена 21 из 21 задачи; 20 из 21 устройства в порядке.");
    assertThat(russian(11, 11, 0, 111))
        .isEqualTo("Выполнено 11 из 11 задач; 0 из 111 устройств в порядке.");
    assertThat(russian(0, 5, 5, 5))
        .isEqualTo("Выполнено 0 из 5 задач; 5 из 5 устройств в порядке.");
  }

  @Test
  public void englishPluralsAreRight() {
    assertThat(english(1, 1, 1, 1)).isEqualTo("1 of 1 task done; 1 of 1 device in order.");
    assertThat(english(14, 16, 23, 25))
        .isEqualTo("14 of 16 tasks done; 23 of 25 devices in order.");
  }

  @Test
  public void whatThereIsNotIsNotCounted() {
    assertThat(russian(0, 0, 3, 3))
        .isEqualTo("Задач к этому выезду не было; 3 из 3 устройств в порядке.");
    assertThat(russian(3, 5, 0, 0)).isEqualTo("Выполнено 3 из 5 задач.");
    assertThat(english(0, 0, 0, 0)).isEqualTo("There were no tasks for this visit.");
  }

  @Test
  public void theLanguageOfTheMachineDecidesNothing() {
    Locale.setDefault(Examples.RUSSIAN);
    assertThat(english(1, 2, 1, 2)).isEqualTo("1 of 2 tasks done; 1 of 2 devices in order.");
    Locale.setDefault(Locale.GERMANY);
    assertThat(russian(1, 2, 0, 0)).isEqualTo("Выполнена 1 из 2 задач.");
  }

  private static String russian(int done, int total, int green, int devices) {
    return Headline.of(new Summary(done, total, green, devices, 60), new Words(Examples.RUSSIAN));
  }

  private static String english(int done, int total, int green, int devices) {
    return Headline.of(new Summary(done, total, green, devices, 60), new Words(Examples.ENGLISH));
  }
}
