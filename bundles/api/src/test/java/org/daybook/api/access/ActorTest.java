package org.daybook.api.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.Test;

public class ActorTest {
  @Test
  public void aPartOfThePlatformMayDoEverything() {
    assertThat(Actor.system("source:routine"))
        .isEqualTo(new Actor("source:routine", "source:routine", Role.ADMIN));
  }

  @Test
  public void anActorHasOneRole() {
    Actor engineer = new Actor("staff-1", "Somebody", Role.ENGINEER);
    assertThat(engineer.isAny(Role.MANAGER, Role.ENGINEER)).isTrue();
    assertThat(engineer.isAny(Role.MANAGER, Role.ADMIN)).isFalse();
    assertThat(engineer.isAny()).isFalse();
  }

  @Test
  public void anActorIsKnown() {
    assertThatThrownBy(() -> new Actor(null, "Somebody", Role.ADMIN))
        .isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> new Actor("staff-1", "Somebody", null))
        .isInstanceOf(NullPointerException.class);
  }
}
