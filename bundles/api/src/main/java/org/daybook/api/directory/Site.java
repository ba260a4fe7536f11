package org.daybook.api.directory;

import java.util.Optional;
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

  /** The part of the town, as planners call it, so that ways between visits stay short. */
  Optional<String> district();

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
