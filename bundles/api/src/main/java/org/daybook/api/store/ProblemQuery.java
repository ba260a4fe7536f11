package org.daybook.api.store;

import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;
import org.osgi.annotation.versioning.ProviderType;

/** Which problems. Members narrow together; an empty one does not narrow. */
@Value.Immutable
@ProviderType
public interface ProblemQuery {
  Optional<String> clientId();

  Set<String> assetIds();

  Optional<String> itemId();

  /** Whether it has ended. */
  Optional<Boolean> ended();

  static Builder builder() {
    return new Builder();
  }

  /** No narrowing. */
  static ProblemQuery everything() {
    return builder().build();
  }

  /** Builds a query. */
  final class Builder extends ImmutableProblemQuery.Builder {
    Builder() {}
  }
}
