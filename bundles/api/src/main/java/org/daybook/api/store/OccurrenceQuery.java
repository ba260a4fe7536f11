package org.daybook.api.store;

import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;
import org.osgi.annotation.versioning.ProviderType;

/** Which occurrences. Members narrow together; an empty one does not narrow. */
@Value.Immutable
@ProviderType
public interface OccurrenceQuery {
  Optional<String> source();

  Optional<String> externalId();

  Optional<String> occurrence();

  Optional<String> taskId();

  Set<String> taskIds();

  Optional<String> clientId();

  Set<String> assetIds();

  Optional<Boolean> fault();

  /** Whether it has ended. */
  Optional<Boolean> cleared();

  /** Whether it has no client. */
  Optional<Boolean> unassigned();

  /** Whether somebody dismissed it. */
  Optional<Boolean> dismissed();

  static Builder builder() {
    return new Builder();
  }

  /** No narrowing. */
  static OccurrenceQuery everything() {
    return builder().build();
  }

  /** Builds a query. */
  final class Builder extends ImmutableOccurrenceQuery.Builder {
    Builder() {}
  }
}
