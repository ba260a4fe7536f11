package org.daybook.api.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.Test;

public class PageRequestTest {
  @Test
  public void aPageHasOneToTheMostItems() {
    assertThat(new PageRequest(1, Optional.empty(), false).size()).isEqualTo(1);
    assertThat(new PageRequest(PageRequest.MAX_SIZE, Optional.empty(), false).size())
        .isEqualTo(PageRequest.MAX_SIZE);
    for (int size : new int[] {-1, 0, PageRequest.MAX_SIZE + 1}) {
      assertThatThrownBy(() -> new PageRequest(size, Optional.empty(), false))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
