package org.daybook.api.store;

import java.util.Optional;
import org.immutables.value.Value;
import org.osgi.annotation.versioning.ProviderType;

/** Which contacts. Members narrow together; an empty one does not narrow. */
@Value.Immutable
@ProviderType
public interface ContactQuery {
  Optional<String> clientId();

  Optional<Boolean> reportRecipient();

  static Builder builder() {
    return new Builder();
  }

  /** No narrowing. */
  static ContactQuery everything() {
    return builder().build();
  }

  /** Builds a query. */
  final class Builder extends ImmutableContactQuery.Builder {
    Builder() {}
  }
}
