package org.daybook.api.visit;

import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;
import org.osgi.annotation.versioning.ProviderType;

/** What the engineer found. Nothing in it is checked yet. */
@Value.Immutable
@ProviderType
public interface CheckAnswer {

  /** OK, PROBLEM or SKIPPED. */
  CheckState result();

  /** Required with PROBLEM. */
  Optional<String> description();

  /** Required with PROBLEM. */
  Optional<String> action();

  /** Allowed with PROBLEM. */
  Optional<Instant> dueAt();

  /** Required with SKIPPED. */
  Optional<String> reason();

  static Builder builder() {
    return new Builder();
  }

  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Builds a {@link CheckAnswer}. */
  final class Builder extends ImmutableCheckAnswer.Builder {
    Builder() {}
  }
}
