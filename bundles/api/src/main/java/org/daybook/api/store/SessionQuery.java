package org.daybook.api.store;

import java.util.Optional;
import org.immutables.value.Value;
import org.osgi.annotation.versioning.ProviderType;

/** Which sessions. Members narrow together; an empty one does not narrow. */
@Value.Immutable
@ProviderType
public interface SessionQuery {
  Optional<String> hash();

  Optional<String> staffId();

  /** Whether somebody ended it. */
  Optional<Boolean> revoked();

  static Builder builder() {
    return new Builder();
  }

  /** No narrowing. */
  static SessionQuery everything() {
    return builder().build();
  }

  /** Builds a query. */
  final class Builder extends ImmutableSessionQuery.Builder {
    Builder() {}
  }
}
