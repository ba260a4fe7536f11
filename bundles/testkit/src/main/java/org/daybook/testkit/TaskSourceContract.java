package org.daybook.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.daybook.api.error.UnavailableException;
import org.daybook.api.source.TaskSignal;
import org.daybook.api.source.TaskSource;
import org.junit.Test;

/**
 * What every {@link TaskSource} must do. A source that is polled gets something to find in {@link
 * #createSource}; each source that is made finds the same.
 */
public abstract class TaskSourceContract {
  /** The source, as it is after its activation. */
  protected abstract TaskSource createSource() throws Exception;

  @Test
  public void itsIdIsANameForMachinesAndStays() throws Exception {
    TaskSource source = createSource();
    assertThat(source.id()).matches("[a-z0-9-]{1,40}").isEqualTo(source.id());
    assertThat(createSource().id()).isEqualTo(source.id());
  }

  @Test
  public void itHasATitleInRussianAndInEnglish() throws Exception {
    assertThat(createSource().title(Examples.RUSSIAN)).isNotBlank().matches("(?s).*[А-я].*");
    assertThat(createSource().title(Examples.ENGLISH)).isNotBlank().doesNotMatch("(?s).*[А-я].*");
  }

  @Test
  public void itIsPolledAtAReasonablePaceOrNotAtAll() throws Exception {
    createSource().pollEvery().ifPresent(pause -> assertThat(pause).isPositive());
  }

  @Test
  public void pollingASourceThatIsOnlyPushedToDoesNothing() throws Exception {
    TaskSource source = createSource();
    RecordingIntake intake = new RecordingIntake();
    source.poll(intake);
    if (source.pollEvery().isEmpty()) {
      assertThat(intake.calls()).isZero();
    }
  }

  @Test
  public void whatThePlatformCouldNotTakeIsHandedOverAtTheNextPoll() throws Exception {
    List<TaskSignal> expected = poll(createSource(), new RecordingIntake());
    TaskSource source = createSource();
    RecordingIntake intake = new RecordingIntake();
    intake.fail(Optional.of(new UnavailableException("The storage does not answer.")));
    try {
      source.poll(intake);
    } catch (UnavailableException e) {
      // A source may pass it on: the platform polls again.
    }
    intake.fail(Optional.empty());
    assertThat(poll(source, intake)).containsAll(expected);
  }

  private static List<TaskSignal> poll(TaskSource source, RecordingIntake intake) throws Exception {
    source.poll(intake);
    return intake.signals();
  }
}
