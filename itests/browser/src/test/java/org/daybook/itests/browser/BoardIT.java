package org.daybook.itests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.daybook.itests.support.RunningDaybook;
import org.junit.ClassRule;
import org.junit.Test;

/** The board after a day's work, in a real browser. */
public class BoardIT {
  @ClassRule public static final SentReport REPORT = new SentReport();
  @ClassRule public static final Browser BROWSER = Browser.usual();

  @Test
  public void aManagerIsHinderedByNothing() {
    BROWSER.as("manager", RunningDaybook.PASSWORD);
    for (String path : List.of("/board", "/board/figures", "/board/visits/" + REPORT.visit())) {
      String name = path.replaceAll("/[0-9a-f-]{36}", "").substring(1).replace('/', '-');
      String page = REPORT.daybook().address() + path;
      for (boolean dark : new boolean[] {false, true}) {
        String colours = dark ? "-dark" : "-light";
        if (dark) {
          BROWSER.dark();
        } else {
          BROWSER.light();
        }
        BROWSER.desktop().open(page).picture(name + "-desktop" + colours);
        assertThat(BROWSER.all("main h1")).as(path).hasSize(1);
        assertThat(BROWSER.violations()).as(path + " desktop" + colours).isEmpty();
        BROWSER.phone().open(page).picture(name + "-phone" + colours);
        assertThat(BROWSER.violations()).as(path + " phone" + colours).isEmpty();
      }
      BROWSER.narrow().open(page);
      assertThat(BROWSER.overflow()).as(path + " on the narrowest screen").isZero();
    }
    assertThat(BROWSER.cookies()).isZero();
  }
}
