package org.daybook.api.store;

import java.util.Optional;
import java.util.Set;
import org.daybook.api.report.ReportState;
import org.immutables.value.Value;
import org.osgi.annotation.versioning.ProviderType;

/** Which reports. Members narrow together; an empty one does not narrow. */
@Value.Immutable
@ProviderType
public interface ReportQuery {
  Optional<String> visitId();

  Optional<String> clientId();

  Optional<String> number();

  Optional<Integer> sequence();

  Set<ReportState> states();

  static Builder builder() {
    return new Builder();
  }

  /** No narrowing. */
  static ReportQuery everything() {
    return builder().build();
  }

  /** Builds a query. */
  final class Builder extends ImmutableReportQuery.Builder {
    Builder() {}
  }
}
