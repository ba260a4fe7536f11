package org.daybook.web.pages.board.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.Test;

/** What is taken for a day and a time, and what for a slip of the pen. */
public class MomentsTest {
  private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

  @Test
  public void whatBrowsersAndPeopleWriteIsUnderstood() {
    for (String typed : List.of("2026-11-30T09:00", " 2026-11-30 09:00 ", "2026-11-30T09:00:00")) {
      assertThat(Moments.parse(typed, MOSCOW))
          .as(typed)
          .contains(Instant.parse("2026-11-30T06:00:00Z"));
    }
  }

  @Test
  public void whatIsNoMomentOfOursIsNone() {
    for (String typed :
        List.of("", "завтра", "2026-02-30T09:00", "0202-11-30T09:00", "2200-01-01T00:00")) {
      assertThat(Moments.parse(typed, MOSCOW)).as(typed).isEmpty();
    }
  }
}
