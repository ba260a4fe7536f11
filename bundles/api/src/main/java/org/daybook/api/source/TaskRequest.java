package org.daybook.api.source;

import java.time.Instant;
import java.util.Optional;
import org.daybook.api.task.Priority;
import org.immutables.value.Value;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What a person asks for in a form, before a source has looked at it. It is checked when it becomes
 * a signal.
 */
@Value.Immutable
@ProviderType
public interface TaskRequest {

  /** The sender's own name for it, to make a repeat harmless. */
  Optional<String> externalId();

  /** Client code. */
  Optional<String> client();

  /** Hostname or inventory number. */
  Optional<String> asset();

  Optional<String> title();

  Optional<String> description();

  Optional<Priority> priority();

  Optional<Instant> dueAt();

  Optional<Instant> occurredAt();

  Optional<String> visitId();

  Optional<String> projectId();

  Optional<String> engineerId();

  /**
   * A raised signal that says the same, for an entrance to complete; with a name of its own if the
   * sender gave none.
   *
   * @throws org.daybook.api.error.InvalidInputException if client or title is missing or a text is
   *     too long, naming each field
   */
  default TaskSignal.Builder toSignal() {
    return new RequestForm(this).signal();
  }

  static Builder builder() {
    return new Builder();
  }

  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Builds a {@link TaskRequest}. */
  final class Builder extends ImmutableTaskRequest.Builder {
    Builder() {}
  }
}
