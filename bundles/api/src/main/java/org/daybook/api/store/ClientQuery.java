package org.daybook.api.store;

import java.util.Optional;
import org.immutables.value.Value;
import org.osgi.annotation.versioning.ProviderType;

/** Which clients. Members narrow together; an empty one does not narrow. */
@Value.Immutable
@ProviderType
public interface ClientQuery {
  Optional<String> code();

  /** Code or name, ignoring case. */
  Optional<String> codeOrName();

  Optional<Boolean> active();

  static Builder builder() {
    return new Builder();
  }

  /** No narrowing. */
  static ClientQuery everything() {
    return builder().build();
  }

  /** Builds a query. */
  final class Builder extends ImmutableClientQuery.Builder {
    Builder() {}
  }
}
