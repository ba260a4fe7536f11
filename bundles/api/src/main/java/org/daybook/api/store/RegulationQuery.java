package org.daybook.api.store;

import java.util.Optional;
import org.daybook.api.directory.AssetKind;
import org.immutables.value.Value;
import org.osgi.annotation.versioning.ProviderType;

/** Which regulations. An empty member does not narrow. */
@Value.Immutable
@ProviderType
public interface RegulationQuery {
  Optional<AssetKind> kind();

  static Builder builder() {
    return new Builder();
  }

  /** No narrowing. */
  static RegulationQuery everything() {
    return builder().build();
  }

  /** Builds a query. */
  final class Builder extends ImmutableRegulationQuery.Builder {
    Builder() {}
  }
}
