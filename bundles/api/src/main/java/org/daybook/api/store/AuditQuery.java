package org.daybook.api.store;

import java.util.Optional;
import org.immutables.value.Value;
import org.osgi.annotation.versioning.ProviderType;

/** Which audit entries. Members narrow together; an empty one does not narrow. */
@Value.Immutable
@ProviderType
public interface AuditQuery {
  Optional<String> kind();

  Optional<String> valueId();

  Optional<String> actorId();

  static Builder builder() {
    return new Builder();
  }

  /** No narrowing. */
  static AuditQuery everything() {
    return builder().build();
  }

  /** Builds a query. */
  final class Builder extends ImmutableAuditQuery.Builder {
    Builder() {}
  }
}
