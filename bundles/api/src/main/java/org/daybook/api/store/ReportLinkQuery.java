package org.daybook.api.store;

import java.util.Optional;
import org.immutables.value.Value;
import org.osgi.annotation.versioning.ProviderType;

/** Which links. Members narrow together; an empty one does not narrow. */
@Value.Immutable
@ProviderType
public interface ReportLinkQuery {
  Optional<String> hash();

  Optional<String> deliveryId();

  Optional<String> visitId();

  static Builder builder() {
    return new Builder();
  }

  /** No narrowing. */
  static ReportLinkQuery everything() {
    return builder().build();
  }

  /** Builds a query. */
  final class Builder extends ImmutableReportLinkQuery.Builder {
    Builder() {}
  }
}
