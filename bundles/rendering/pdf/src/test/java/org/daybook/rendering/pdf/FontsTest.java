package org.daybook.rendering.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.Test;

public class FontsTest {
  private final Fonts fonts = new Fonts();

  @Test
  public void whatIsGivenBackIsLentAgain() throws Exception {
    Fonts.Set set = fonts.borrow();
    fonts.giveBack(set);
    assertThat(fonts.borrow()).isSameAs(set);
  }

  @Test
  public void nobodySharesThem() throws Exception {
    assertThat(fonts.borrow()).isNotSameAs(fonts.borrow());
  }

  @Test
  public void onlySoManyAreKeptAsCanBeOfUseAtOnce() throws Exception {
    int useful = Runtime.getRuntime().availableProcessors();
    List<Fonts.Set> lent = new ArrayList<>();
    for (int i = 0; i <= useful; i++) {
      lent.add(fonts.borrow());
    }
    for (Fonts.Set set : lent) {
      fonts.giveBack(set);
    }
    HashSet<Fonts.Set> known = new HashSet<>(lent);
    for (int i = 0; i < useful; i++) {
      assertThat(known).contains(fonts.borrow());
    }
    assertThat(known).doesNotContain(fonts.borrow());
  }

  @Test
  public void aBoxStandsForWhatNoFontHas() throws Exception {
    assertThat(fonts.borrow().shown("Ёж → ✓ № « 漢字 👩")).isEqualTo("Ёж → ✓ № « □□ □");
  }
}
