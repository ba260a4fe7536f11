package org.daybook.api.store;

import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;
import org.osgi.annotation.versioning.ProviderType;

/** Which photos. Members narrow together; an empty one does not narrow. */
@Value.Immutable
@ProviderType
public interface PhotoQuery {
  /** Of any of these tasks. */
  Set<String> taskIds();

  Optional<Boolean> removed();

  /** Whether the closing of a visit fixed it. */
  Optional<Boolean> fixed();

  static Builder builder() {
    return new Builder();
  }

  /** No narrowing. */
  static PhotoQuery everything() {
    return builder().build();
  }

  /** Builds a query. */
  final class Builder extends ImmutablePhotoQuery.Builder {
    Builder() {}
  }
}
