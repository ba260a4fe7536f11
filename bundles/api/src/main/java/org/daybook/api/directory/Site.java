package org.daybook.api.directory;

import org.immutables.value.Value;
import org.osgi.annotation.versioning.ProviderType;

/** An address that is visited. */
@Value.Immutable
@ProviderType
public interface Site {

  String id();

  String clientId();

  String name();

  String address();

  /** Counts changes, from 1; 0 before it is stored. */
  @Value.Default
  default long version() {
    return 0;
  }

  static Builder builder() {
    return new Builder();
  }

  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Builds a {@link Site}. */
  final class Builder extends ImmutableSite.Builder {
    Builder() {}
  }
}
