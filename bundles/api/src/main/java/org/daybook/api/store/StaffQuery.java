package org.daybook.api.store;

import java.util.Optional;
import java.util.Set;
import org.daybook.api.access.Role;
import org.immutables.value.Value;
import org.osgi.annotation.versioning.ProviderType;

/** Which members of staff. Members narrow together; an empty one does not narrow. */
@Value.Immutable
@ProviderType
public interface StaffQuery {
  Set<Role> roles();

  Optional<Boolean> active();

  static Builder builder() {
    return new Builder();
  }

  /** No narrowing. */
  static StaffQuery everything() {
    return builder().build();
  }

  /** Builds a query. */
  final class Builder extends ImmutableStaffQuery.Builder {
    Builder() {}
  }
}
