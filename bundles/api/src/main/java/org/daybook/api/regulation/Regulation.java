package org.daybook.api.regulation;

import java.time.Instant;
import java.util.List;
import org.daybook.api.directory.AssetKind;
import org.immutables.value.Value;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What is done on one type of equipment. There is at most one for each. A visit takes the items as
 * they are when it begins; what changes later does not reach it.
 */
@Value.Immutable
@ProviderType
public interface Regulation {
  String id();

  /** Never changes. */
  AssetKind kind();

  /** In the order in which they are done; at least one. */
  List<RegulationItem> items();

  /** False: visits ask for nothing on this type of equipment. */
  @Value.Default
  default boolean active() {
    return true;
  }

  /**
   * What the operator's files said last; empty if they never said anything. While it is the same as
   * {@link #items}, a changed file changes the regulation; after somebody has changed the
   * regulation otherwise, it only shows that the files say something else.
   */
  List<RegulationItem> inFiles();

  /** Counts what was in force, from 1; see {@link RegulationRevision}. */
  @Value.Default
  default int revision() {
    return 0;
  }

  /** When this revision came into force. */
  Instant changedAt();

  /** The name of who made this revision. */
  String changedBy();

  /** Whether the operator's files say something else than what is in force. */
  default boolean differsFromFiles() {
    return !inFiles().isEmpty() && !inFiles().equals(items());
  }

  /** Counts changes, from 1; 0 before it is stored. */
  @Value.Default
  default long version() {
    return 0;
  }

  static Builder builder() {
    return new Builder();
  }

  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Builds a {@link Regulation}. */
  final class Builder extends ImmutableRegulation.Builder {
    Builder() {}
  }
}
