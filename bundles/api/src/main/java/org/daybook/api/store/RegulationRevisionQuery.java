package org.daybook.api.store;

import java.util.Optional;
import org.immutables.value.Value;
import org.osgi.annotation.versioning.ProviderType;

/** Which revisions of regulations. Members narrow together; an empty one does not narrow. */
@Value.Immutable
@ProviderType
public interface RegulationRevisionQuery {
  Optional<String> regulationId();

  Optional<Integer> number();

  static Builder builder() {
    return new Builder();
  }

  /** No narrowing. */
  static RegulationRevisionQuery everything() {
    return builder().build();
  }

  /** Builds a query. */
  final class Builder extends ImmutableRegulationRevisionQuery.Builder {
    Builder() {}
  }
}
