package org.daybook.itests.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.daybook.itests.support.RunningDaybook;
import org.junit.ClassRule;
import org.junit.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The figures of a month, in a real browser, in both languages. */
public class FiguresIT {
  @ClassRule public static final SentReport REPORT = new SentReport();
  @ClassRule public static final Browser BROWSER = Browser.usual();

  @Test
  public void aManagerReadsWhereTasksCameFromAndHowOldPromisesAre() {
    BROWSER.as("manager", RunningDaybook.PASSWORD);
    isReadable("ru", "Показатели", "Откуда были задачи и чем закончились");
    REPORT.daybook().console("config:property-set -p org.daybook.web.pages language en");
    isReadable("en", "Figures", "Where tasks came from and how they ended");
  }

  private static void isReadable(String language, String title, String heading) {
    String page = REPORT.daybook().address() + "/board/figures";
    await("the page in " + language)
        .atMost(Duration.ofMinutes(1))
        .until(() -> BROWSER.open(page).text().contains(title));
    for (boolean dark : new boolean[] {false, true}) {
      if (dark) {
        BROWSER.dark();
      } else {
        BROWSER.light();
      }
      BROWSER.desktop().open(page);
      opensBySource();
      assertThat(BROWSER.text()).contains(heading);
      BROWSER.picture("figures-" + language + "-desktop" + (dark ? "-dark" : "-light"));
      assertThat(BROWSER.violations()).as(language).isEmpty();
      BROWSER.narrow().open(page);
      opensBySource();
      BROWSER.picture("figures-" + language + "-narrow" + (dark ? "-dark" : "-light"));
      assertThat(BROWSER.violations()).as(language + " on the narrowest screen").isEmpty();
      assertThat(BROWSER.overflow()).as(language + " on the narrowest screen").isZero();
      BROWSER.textSize(200);
      assertThat(BROWSER.overflow()).as(language + " with large text").isZero();
    }
  }

  /** By the keyboard alone. */
  private static void opensBySource() {
    assertThat(BROWSER.all("main details[open]")).isEmpty();
    assertThat(BROWSER.all("main details")).isNotEmpty();
    for (WebElement summary : BROWSER.all("main details summary")) {
      summary.sendKeys(Keys.ENTER);
    }
    assertThat(BROWSER.all("main details[open] table"))
        .hasSameSizeAs(BROWSER.all("main details"))
        .allMatch(WebElement::isDisplayed);
  }
}
