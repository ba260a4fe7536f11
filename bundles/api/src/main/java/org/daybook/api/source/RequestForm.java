package org.daybook.api.source;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.daybook.api.error.FieldError;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.task.Priority;

/** What every request has to keep to, checked as a whole, so that all that is wrong is told. */
final class RequestForm {
  private static final int MAX_NAME = 200;
  private static final int MAX_TITLE = 300;
  private static final int MAX_DESCRIPTION = 10_000;

  private final TaskRequest request;
  private final List<FieldError> errors = new ArrayList<>();

  RequestForm(TaskRequest request) {
    this.request = request;
    required("client", request.client().orElse(""), MAX_NAME);
    required("title", request.title().orElse(""), MAX_TITLE);
    atMost("description", request.description().orElse(""), MAX_DESCRIPTION);
    atMost("externalId", request.externalId().orElse(""), MAX_NAME);
  }

  private void wrong(String field, String message) {
    errors.add(new FieldError(field, message));
  }

  /** The signal, to be completed; the same for the same request if the sender named it. */
  TaskSignal.Builder signal() {
    if (!errors.isEmpty()) {
      throw new InvalidInputException(errors);
    }
    String name = request.externalId().filter(id -> !id.isBlank()).orElseGet(RequestForm::newName);
    return TaskSignal.builder()
        .kind(SignalKind.RAISED)
        .externalId(name)
        .client(request.client().orElse(""))
        .asset(request.asset().orElse(""))
        .title(request.title().orElse(""))
        .description(request.description().orElse(""))
        .priority(request.priority().orElse(Priority.NORMAL))
        .dueAt(request.dueAt())
        .occurredAt(request.occurredAt())
        .visitId(request.visitId())
        .projectId(request.projectId())
        .engineerId(request.engineerId());
  }

  private void required(String field, String value, int max) {
    if (value.isBlank()) {
      wrong(field, "is missing");
    } else {
      atMost(field, value, max);
    }
  }

  private void atMost(String field, String value, int max) {
    if (value.length() > max) {
      wrong(field, "must have at most " + max + " characters, has " + value.length());
    }
  }

  private static String newName() {
    return UUID.randomUUID().toString();
  }
}
