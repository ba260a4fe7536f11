package org.daybook.api.store;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.daybook.api.visit.CheckState;
import org.immutables.value.Value;
import org.osgi.annotation.versioning.ProviderType;

/** Which checks. Members narrow together; an empty one does not narrow. */
@Value.Immutable
@ProviderType
public interface CheckQuery {
  Optional<String> visitId();

  Set<String> assetIds();

  Optional<String> itemId();

  Set<CheckState> states();

  /** Answered at or after this. */
  Optional<Instant> answeredFrom();

  static Builder builder() {
    return new Builder();
  }

  /** No narrowing. */
  static CheckQuery everything() {
    return builder().build();
  }

  /** Builds a query. */
  final class Builder extends ImmutableCheckQuery.Builder {
    Builder() {}
  }
}
