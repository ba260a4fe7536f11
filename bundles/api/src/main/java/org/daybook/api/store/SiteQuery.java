package org.daybook.api.store;

import java.util.Optional;
import org.immutables.value.Value;
import org.osgi.annotation.versioning.ProviderType;

/** Which sites. Members narrow together; an empty one does not narrow. */
@Value.Immutable
@ProviderType
public interface SiteQuery {
  Optional<String> clientId();

  static Builder builder() {
    return new Builder();
  }

  /** No narrowing. */
  static SiteQuery everything() {
    return builder().build();
  }

  /** Builds a query. */
  final class Builder extends ImmutableSiteQuery.Builder {
    Builder() {}
  }
}
