package org.daybook.api.store;

import java.util.Optional;
import org.immutables.value.Value;
import org.osgi.annotation.versioning.ProviderType;

/** Which saved views. Members narrow together; an empty one does not narrow. */
@Value.Immutable
@ProviderType
public interface SavedViewQuery {
  Optional<String> staffId();

  Optional<Boolean> removed();

  static Builder builder() {
    return new Builder();
  }

  /** No narrowing. */
  static SavedViewQuery everything() {
    return builder().build();
  }

  /** Builds a query. */
  final class Builder extends ImmutableSavedViewQuery.Builder {
    Builder() {}
  }
}
