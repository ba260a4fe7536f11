package org.daybook.api.store;

import java.util.Optional;
import org.immutables.value.Value;
import org.osgi.annotation.versioning.ProviderType;

/** Which signal mappings. Members narrow together; an empty one does not narrow. */
@Value.Immutable
@ProviderType
public interface SignalMappingQuery {
  Optional<String> source();

  Optional<String> clientKey();

  Optional<String> assetKey();

  Optional<String> clientId();

  Optional<Boolean> removed();

  static Builder builder() {
    return new Builder();
  }

  /** No narrowing. */
  static SignalMappingQuery everything() {
    return builder().build();
  }

  /** Builds a query. */
  final class Builder extends ImmutableSignalMappingQuery.Builder {
    Builder() {}
  }
}
