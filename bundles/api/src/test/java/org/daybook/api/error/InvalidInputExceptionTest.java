package org.daybook.api.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.Test;

public class InvalidInputExceptionTest {
  @Test
  public void theMessageNamesEveryField() {
    InvalidInputException exception =
        new InvalidInputException(
            List.of(
                new FieldError("title", "must not be blank"),
                new FieldError("dueAt", "must be a time")));
    assertThat(exception).hasMessage("title: must not be blank; dueAt: must be a time");
    assertThat(exception.category()).isEqualTo(Category.INVALID_INPUT);
  }

  @Test
  public void withoutAnErrorTheInputIsNotInvalid() {
    assertThatThrownBy(() -> new InvalidInputException(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  public void everyFailureHasItsCategory() {
    assertThat(new NotFoundException("task", "1").category()).isEqualTo(Category.NOT_FOUND);
    assertThat(new StaleVersionException("task", "1").category()).isEqualTo(Category.STALE);
    assertThat(new RefusedException("no").category()).isEqualTo(Category.REFUSED);
    assertThat(new ForbiddenException("no").category()).isEqualTo(Category.FORBIDDEN);
    assertThat(new UnavailableException("no").category()).isEqualTo(Category.UNAVAILABLE);
  }
}
