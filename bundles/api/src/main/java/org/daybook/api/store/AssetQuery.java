package org.daybook.api.store;

import java.util.Optional;
import org.immutables.value.Value;
import org.osgi.annotation.versioning.ProviderType;

/** Which equipment. Members narrow together; an empty one does not narrow. */
@Value.Immutable
@ProviderType
public interface AssetQuery {
  Optional<String> clientId();

  Optional<String> siteId();

  /** Hostname or inventory number, ignoring case. */
  Optional<String> reference();

  Optional<Boolean> retired();

  static Builder builder() {
    return new Builder();
  }

  /** No narrowing. */
  static AssetQuery everything() {
    return builder().build();
  }

  /** Builds a query. */
  final class Builder extends ImmutableAssetQuery.Builder {
    Builder() {}
  }
}
