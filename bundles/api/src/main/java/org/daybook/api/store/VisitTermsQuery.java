package org.daybook.api.store;

import org.immutables.value.Value;
import org.osgi.annotation.versioning.ProviderType;

/** Which terms: all, as there are never more than clients. */
@Value.Immutable
@ProviderType
public interface VisitTermsQuery {
  static Builder builder() {
    return new Builder();
  }

  /** No narrowing. */
  static VisitTermsQuery everything() {
    return builder().build();
  }

  /** Builds a query. */
  final class Builder extends ImmutableVisitTermsQuery.Builder {
    Builder() {}
  }
}
