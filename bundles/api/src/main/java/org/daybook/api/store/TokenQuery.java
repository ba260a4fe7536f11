package org.daybook.api.store;

import java.util.Optional;
import org.immutables.value.Value;
import org.osgi.annotation.versioning.ProviderType;

/** Which tokens. Members narrow together; an empty one does not narrow. */
@Value.Immutable
@ProviderType
public interface TokenQuery {
  Optional<String> hash();

  static Builder builder() {
    return new Builder();
  }

  /** No narrowing. */
  static TokenQuery everything() {
    return builder().build();
  }

  /** Builds a query. */
  final class Builder extends ImmutableTokenQuery.Builder {
    Builder() {}
  }
}
