package org.daybook.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Optional;
import org.daybook.api.access.Actor;
import org.daybook.api.error.FieldError;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.source.SignalKind;
import org.daybook.api.source.TaskEntrance;
import org.daybook.api.source.TaskRequest;
import org.daybook.api.source.TaskSignal;
import org.junit.Test;

/** What every {@link TaskEntrance} must do. */
public abstract class TaskEntranceContract {
  /** The entrance, as it is after its activation. */
  protected abstract TaskEntrance createEntrance() throws Exception;

  /** A request that the entrance accepts. */
  protected TaskRequest validRequest() {
    return Examples.request().toBuilder()
        .externalId("request-1")
        .visitId(Examples.VISIT_ID)
        .build();
  }

  /** Somebody who may use it. */
  protected Actor author() {
    return Examples.MANAGER;
  }

  @Test
  public void itNamesItsSource() throws Exception {
    assertThat(createEntrance().source()).matches("[a-z0-9-]{1,40}");
  }

  @Test
  public void aValidRequestBecomesASignalThatSaysTheSame() throws Exception {
    TaskRequest request = validRequest();
    TaskSignal signal = createEntrance().signal(request, author());
    assertThat(signal.kind()).isEqualTo(SignalKind.RAISED);
    assertThat(signal.client()).isEqualTo(request.client().orElseThrow());
    assertThat(signal.title()).isEqualTo(request.title().orElseThrow());
    assertThat(signal.description()).isEqualTo(request.description().orElse(""));
    assertThat(signal.priority()).isEqualTo(request.priority().orElseThrow());
    new RecordingIntake().accept(List.of(signal));
  }

  @Test
  public void theSameRequestIsTheSameSignal() throws Exception {
    TaskSignal once = createEntrance().signal(validRequest(), author());
    TaskSignal again = createEntrance().signal(validRequest(), author());
    assertThat(again.externalId()).isEqualTo(once.externalId());
    assertThat(again.occurrence()).isEqualTo(once.occurrence());
  }

  @Test
  public void requestsWithoutANameOfTheirOwnAreDifferent() throws Exception {
    TaskRequest nameless = validRequest().toBuilder().externalId(Optional.empty()).build();
    TaskEntrance entrance = createEntrance();
    assertThat(entrance.signal(nameless, author()).externalId())
        .isNotBlank()
        .isNotEqualTo(entrance.signal(nameless, author()).externalId());
  }

  @Test
  public void aRequestWithoutTitleIsRefused() throws Exception {
    refuses(validRequest().toBuilder().title(Optional.empty()).build(), "title");
    refuses(validRequest().toBuilder().title(" ").build(), "title");
  }

  @Test
  public void textsThatAreTooLongAreRefused() throws Exception {
    refuses(validRequest().toBuilder().title("x".repeat(301)).build(), "title");
    refuses(validRequest().toBuilder().description("x".repeat(10_001)).build(), "description");
  }

  private void refuses(TaskRequest request, String field) throws Exception {
    TaskEntrance entrance = createEntrance();
    InvalidInputException refusal =
        catchThrowableOfType(InvalidInputException.class, () -> entrance.signal(request, author()));
    assertThat(refusal).as("%s is refused", field).isNotNull();
    assertThat(refusal.errors()).extracting(FieldError::field).contains(field);
  }
}
