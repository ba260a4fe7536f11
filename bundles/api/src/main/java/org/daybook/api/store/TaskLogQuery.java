package org.daybook.api.store;

import java.util.Set;
import org.immutables.value.Value;
import org.osgi.annotation.versioning.ProviderType;

/** Which comments or time entries. Members narrow together; an empty one does not narrow. */
@Value.Immutable
@ProviderType
public interface TaskLogQuery {
  /** Of these tasks. */
  Set<String> taskIds();

  static Builder builder() {
    return new Builder();
  }

  /** No narrowing. */
  static TaskLogQuery everything() {
    return builder().build();
  }

  /** Builds a query. */
  final class Builder extends ImmutableTaskLogQuery.Builder {
    Builder() {}
  }
}
