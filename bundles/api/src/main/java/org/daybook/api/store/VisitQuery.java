package org.daybook.api.store;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.daybook.api.access.Actor;
import org.daybook.api.visit.VisitKind;
import org.daybook.api.visit.VisitState;
import org.immutables.value.Value;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Which visits; in the order of plannedFor, then id. Members narrow together; an empty one does not
 * narrow.
 */
@Value.Immutable
@ProviderType
public interface VisitQuery {
  Optional<String> clientId();

  Optional<String> siteId();

  Optional<String> engineerId();

  Optional<VisitKind> kind();

  Optional<String> planId();

  Set<VisitState> states();

  /** Planned for this moment or later. */
  Optional<Instant> from();

  /** Planned for before this moment. */
  Optional<Instant> until();

  /** Whose sight they have to be in, as {@link org.daybook.api.visit.Sight} has it. */
  Optional<Actor> visibleTo();

  static Builder builder() {
    return new Builder();
  }

  /** No narrowing. */
  static VisitQuery everything() {
    return builder().build();
  }

  /** Builds a query. */
  final class Builder extends ImmutableVisitQuery.Builder {
    Builder() {}
  }
}
