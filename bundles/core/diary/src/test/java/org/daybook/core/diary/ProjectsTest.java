package org.daybook.core.diary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.Optional;
import org.daybook.api.diary.Project;
import org.daybook.api.error.FieldError;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.error.StaleVersionException;
import org.daybook.testkit.Examples;
import org.junit.Test;

public final class ProjectsTest {

  private final DiaryFixture world = new DiaryFixture();

  @Test
  public void addingGivesAnIdAndTheMoment() {
    Project draft =
        Examples.project().toBuilder().id("").title("Переезд").createdAt(Instant.EPOCH).build();
    Project added = world.diary.addProject(Examples.MANAGER, draft);
    assertThat(added.id()).isNotBlank();
    assertThat(added.createdAt()).isEqualTo(Examples.NOW);
    assertThat(added.version()).isEqualTo(1);
    Optional<Project> found = world.store.read(tx -> tx.projects().find(added.id()));
    assertThat(found).contains(added);
  }

  @Test
  public void everyBadFieldIsNamed() {
    Project draft =
        Examples.project().toBuilder()
            .title("")
            .description("я".repeat(10_001))
            .clientId("client-unknown")
            .build();
    InvalidInputException e =
        catchThrowableOfType(
            InvalidInputException.class, () -> world.diary.addProject(Examples.MANAGER, draft));
    assertThat(e.errors())
        .extracting(FieldError::field)
        .containsExactlyInAnyOrder("title", "description", "clientId");
  }

  @Test
  public void changingKeepsWhenItBegan() {
    Project changed =
        world.diary.changeProject(
            Examples.MANAGER,
            stored().toBuilder().state(Project.State.FINISHED).createdAt(Instant.EPOCH).build());
    assertThat(changed.state()).isEqualTo(Project.State.FINISHED);
    assertThat(changed.createdAt()).isEqualTo(Examples.project().createdAt());
  }

  @Test
  public void aProjectStaysAtItsClient() {
    assertThatThrownBy(
            () ->
                world.diary.changeProject(
                    Examples.MANAGER, stored().toBuilder().clientId("client-other").build()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("clientId");
  }

  @Test
  public void aStaleProjectIsRefused() {
    Project seen = stored();
    world.diary.changeProject(Examples.MANAGER, seen.toBuilder().title("Первая").build());
    assertThatThrownBy(
            () ->
                world.diary.changeProject(
                    Examples.MANAGER, seen.toBuilder().title("Вторая").build()))
        .isInstanceOf(StaleVersionException.class);
    assertThat(stored().title()).isEqualTo("Первая");
  }

  @Test
  public void anUnknownProjectIsNotFound() {
    assertThatThrownBy(
            () ->
                world.diary.changeProject(
                    Examples.MANAGER, stored().toBuilder().id("project-unknown").build()))
        .isInstanceOf(NotFoundException.class);
  }

  private Project stored() {
    return world.store.read(tx -> tx.projects().find(Examples.PROJECT_ID)).orElseThrow();
  }
}
