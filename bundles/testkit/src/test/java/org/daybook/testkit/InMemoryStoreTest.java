package org.daybook.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.daybook.api.error.UnavailableException;
import org.daybook.api.store.Store;
import org.junit.Test;

public class InMemoryStoreTest extends StoreContract {
  @Override
  protected Store createStore() {
    return new InMemoryStore();
  }

  @Test
  public void aStoreThatFailsSaysSoAndChangesNothing() {
    InMemoryStore failing = (InMemoryStore) store();
    failing.failing(true);
    assertThatThrownBy(() -> store().read(tx -> 1)).isInstanceOf(UnavailableException.class);
    assertThatThrownBy(() -> change(tx -> 1)).isInstanceOf(UnavailableException.class);
    failing.failing(false);
    assertThat(store().<Integer>read(tx -> 1)).isEqualTo(1);
  }

  @Test
  public void aCommitThatFailsChangesNothing() {
    ((InMemoryStore) store()).failNextCommit();
    assertThatThrownBy(
            () -> change(tx -> tx.tasks().insert(Examples.task().toBuilder().id("lost").build())))
        .isInstanceOf(UnavailableException.class);
    assertThat(store().<Boolean>read(tx -> tx.tasks().find("lost").isPresent())).isFalse();
  }

  @Test
  public void whoOnlyReadsCannotChange() {
    assertThatThrownBy(() -> store().read(tx -> tx.nextNumber("series")))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> store().read(tx -> change(inner -> 1)))
        .isInstanceOf(IllegalStateException.class);
  }
}
