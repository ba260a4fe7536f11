package org.daybook.core.diary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.daybook.api.diary.SavedView;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.error.RefusedException;
import org.daybook.testkit.Examples;
import org.daybook.testkit.InMemoryStore;
import org.junit.Test;

/** The lists that people keep for themselves. */
public class SavedViewsTest {
  private final SavedViewService views = new SavedViewService(new InMemoryStore());

  @Test
  public void theyAreListedByNameAndOnlyToWhoeverKeptThem() {
    save("просроченные", "overdue=on", false);
    save("Без выезда", "planned=no", false);

    assertThat(views.of(Examples.MANAGER))
        .extracting(SavedView::name)
        .containsExactly("Без выезда", "просроченные");
    assertThat(views.of(Examples.ADMIN)).isEmpty();
  }

  @Test
  public void theSameNameReplacesWhateverItsCase() {
    SavedView first = save("Срочные", "priority=HIGH", false);
    SavedView again = save(" СРОЧНЫЕ ", "priority=URGENT", true);

    assertThat(again.id()).isEqualTo(first.id());
    assertThat(views.of(Examples.MANAGER)).containsExactly(again);
    assertThat(again.name()).isEqualTo("СРОЧНЫЕ");
    assertThat(again.query()).isEqualTo("priority=URGENT");
  }

  @Test
  public void atMostOneIsPreferred() {
    SavedView one = save("Один", "a=1", true);
    save("Два", "a=2", true);
    assertThat(preferred()).containsExactly("Два");

    views.rename(Examples.MANAGER, one.id(), "Первый", true);
    assertThat(preferred()).containsExactly("Первый");

    views.rename(Examples.MANAGER, one.id(), "Первый", false);
    assertThat(preferred()).isEmpty();
  }

  @Test
  public void aDeletedOneIsGoneAndItsNameIsFree() {
    SavedView one = save("Один", "a=1", true);
    views.delete(Examples.MANAGER, one.id());
    views.delete(Examples.MANAGER, one.id());
    assertThat(views.of(Examples.MANAGER)).isEmpty();

    save("Один", "a=2", false);
    assertThat(views.of(Examples.MANAGER)).hasSize(1);
  }

  @Test
  public void somebodyElsesIsNotThere() {
    SavedView one = save("Один", "a=1", false);
    assertThatThrownBy(() -> views.delete(Examples.ADMIN, one.id()))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> views.rename(Examples.ADMIN, one.id(), "x", false))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> views.delete(Examples.ADMIN, "none"))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  public void badInputNamesTheFieldAndChangesNothing() {
    SavedView one = save("Один", "a=1", false);
    save("Два", "a=2", false);
    refuses("name", () -> save(" ", "a=1", false));
    refuses("name", () -> save("x".repeat(61), "a=1", false));
    refuses("query", () -> save("x", "x".repeat(2001), false));
    refuses("name", () -> views.rename(Examples.MANAGER, one.id(), "", false));
    refuses("name", () -> views.rename(Examples.MANAGER, one.id(), "ДВА", true));
    assertThat(views.of(Examples.MANAGER))
        .extracting(SavedView::name)
        .containsExactly("Два", "Один");
    assertThat(preferred()).isEmpty();
  }

  @Test
  public void thereIsAnEndToHowManyOneKeeps() {
    for (int i = 0; i < 50; i++) {
      save("n" + i, "", false);
    }
    assertThatThrownBy(() -> save("one more", "", false)).isInstanceOf(RefusedException.class);
    save("n7", "changed", false);
    assertThat(views.of(Examples.MANAGER)).hasSize(50);
  }

  private SavedView save(String name, String query, boolean preferred) {
    return views.save(Examples.MANAGER, name, query, preferred);
  }

  private List<String> preferred() {
    return views.of(Examples.MANAGER).stream()
        .filter(SavedView::preferred)
        .map(SavedView::name)
        .toList();
  }

  private static void refuses(
      String field, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            thrown -> assertThat(thrown.errors()).extracting("field").containsExactly(field));
  }
}
