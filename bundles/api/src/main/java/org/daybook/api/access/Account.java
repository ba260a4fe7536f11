package org.daybook.api.access;

import org.immutables.value.Value;
import org.osgi.annotation.versioning.ProviderType;

/** A login of a staff member. */
@Value.Immutable
@ProviderType
public interface Account {
  String id();

  /** Unique, lower case. */
  String login();

  /** The hash with its algorithm and parameters; never the password. */
  String passwordHash();

  /** The member of staff who logs in; their role is the account's. */
  String staffId();

  @Value.Default
  default boolean enabled() {
    return true;
  }

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

  /** Builds an {@link Account}. */
  final class Builder extends ImmutableAccount.Builder {
    Builder() {}
  }
}
