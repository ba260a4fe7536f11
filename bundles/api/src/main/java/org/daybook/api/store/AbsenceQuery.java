package org.daybook.api.store;

import java.time.LocalDate;
import java.util.Optional;
import org.immutables.value.Value;
import org.osgi.annotation.versioning.ProviderType;

/** Which absences. Members narrow together; an empty one does not narrow. */
@Value.Immutable
@ProviderType
public interface AbsenceQuery {
  Optional<String> staffId();

  /** Lasting until this day or longer. */
  Optional<LocalDate> from();

  /** Beginning on this day or before. */
  Optional<LocalDate> until();

  Optional<Boolean> removed();

  static Builder builder() {
    return new Builder();
  }

  /** No narrowing. */
  static AbsenceQuery everything() {
    return builder().build();
  }

  /** Builds a query. */
  final class Builder extends ImmutableAbsenceQuery.Builder {
    Builder() {}
  }
}
