package org.daybook.sources.managers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.daybook.api.error.FieldError;
import org.daybook.api.error.ForbiddenException;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.source.TaskEntrance;
import org.daybook.api.source.TaskRequest;
import org.daybook.testkit.Examples;
import org.daybook.testkit.SettableClock;
import org.daybook.testkit.TaskEntranceContract;
import org.junit.Test;

public class ManagersEntranceTest extends TaskEntranceContract {
  private final TaskEntrance entrance = createEntrance();

  @Override
  protected ManagersEntrance createEntrance() {
    return new ManagersEntrance(new SettableClock());
  }

  @Test
  public void aManagerSetsATaskForAnybody() {
    TaskRequest request =
        validRequest().toBuilder()
            .engineerId(Examples.ENGINEER_ID)
            .projectId(Examples.PROJECT_ID)
            .asset("buh-1")
            .dueAt(Examples.NOW.plusSeconds(3600))
            .build();

    var signal = entrance.signal(request, Examples.MANAGER);

    assertThat(signal.engineerId()).contains(Examples.ENGINEER_ID);
    assertThat(signal.projectId()).contains(Examples.PROJECT_ID);
    assertThat(signal.asset()).isEqualTo("buh-1");
    assertThat(signal.dueAt()).contains(Examples.NOW.plusSeconds(3600));
    assertThat(signal.fault()).isFalse();
  }

  @Test
  public void anEngineerSetsTasksForThemselves() {
    assertThat(entrance.signal(validRequest(), Examples.ENGINEER).engineerId())
        .contains(Examples.ENGINEER_ID);

    TaskRequest forAnother = validRequest().toBuilder().engineerId(Examples.SPECIALIST_ID).build();
    assertThatThrownBy(() -> entrance.signal(forAnother, Examples.ENGINEER))
        .isInstanceOf(ForbiddenException.class);
  }

  @Test
  public void othersSetNoTasks() {
    assertThatThrownBy(() -> entrance.signal(validRequest(), Examples.SUPPORT))
        .isInstanceOf(ForbiddenException.class);
    assertThatThrownBy(() -> entrance.signal(validRequest(), Examples.SPECIALIST))
        .isInstanceOf(ForbiddenException.class);
  }

  @Test
  public void whatIsDueInThePastIsRefused() {
    TaskRequest overdue =
        Examples.request().toBuilder().dueAt(Examples.NOW.minusSeconds(1)).build();

    InvalidInputException refused =
        catchThrowableOfType(
            InvalidInputException.class, () -> entrance.signal(overdue, Examples.MANAGER));

    assertThat(refused.errors()).extracting(FieldError::field).containsExactly("dueAt");
  }

  @Test
  public void everythingThatIsWrongWithTheTextsIsToldAtOnce() {
    TaskRequest request = TaskRequest.builder().externalId("x".repeat(201)).build();

    InvalidInputException refused =
        catchThrowableOfType(
            InvalidInputException.class, () -> entrance.signal(request, Examples.MANAGER));

    assertThat(refused.errors())
        .extracting(FieldError::field)
        .containsExactly("client", "title", "externalId");
  }
}
