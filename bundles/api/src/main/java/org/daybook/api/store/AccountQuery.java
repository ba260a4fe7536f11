package org.daybook.api.store;

import java.util.Optional;
import org.immutables.value.Value;
import org.osgi.annotation.versioning.ProviderType;

/** Which accounts. Members narrow together; an empty one does not narrow. */
@Value.Immutable
@ProviderType
public interface AccountQuery {
  Optional<String> login();

  Optional<String> staffId();

  static Builder builder() {
    return new Builder();
  }

  /** No narrowing. */
  static AccountQuery everything() {
    return builder().build();
  }

  /** Builds a query. */
  final class Builder extends ImmutableAccountQuery.Builder {
    Builder() {}
  }
}
