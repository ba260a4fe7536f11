package org.daybook.api.visit;

import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;
import org.osgi.annotation.versioning.ProviderType;

/** A visit to be put into the calendar. Nothing in it is checked. */
@Value.Immutable
@ProviderType
public interface VisitDraft {

  Optional<VisitKind> kind();

  /** Code or id. */
  Optional<String> client();

  /** Id; may be empty if the client has one site. */
  Optional<String> site();

  /** Staff id; if empty, the client's usual engineer. */
  Optional<String> engineer();

  /** Required for a planned visit; an emergency visit's is now if empty. */
  Optional<Instant> plannedFor();

  /** Required for an emergency visit, not in the future; refused for a planned one. */
  Optional<Instant> requestedAt();

  static Builder builder() {
    return new Builder();
  }

  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Builds a {@link VisitDraft}. */
  final class Builder extends ImmutableVisitDraft.Builder {
    Builder() {}
  }
}
