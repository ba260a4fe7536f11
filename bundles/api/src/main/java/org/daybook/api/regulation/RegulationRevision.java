package org.daybook.api.regulation;

import java.time.Instant;
import java.util.List;
import org.immutables.value.Value;
import org.osgi.annotation.versioning.ProviderType;

/** A regulation as it was in force from some moment on. Never changes. */
@Value.Immutable
@ProviderType
public interface RegulationRevision {
  String id();

  String regulationId();

  /** From 1. */
  int number();

  List<RegulationItem> items();

  /** False: from then on visits asked for nothing. */
  @Value.Default
  default boolean active() {
    return true;
  }

  Instant changedAt();

  /** The name of who made it: a person, or a source that read the operator's files. */
  String changedBy();

  static Builder builder() {
    return new Builder();
  }

  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Builds a {@link RegulationRevision}. */
  final class Builder extends ImmutableRegulationRevision.Builder {
    Builder() {}
  }
}
