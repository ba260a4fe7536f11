package org.daybook.api.source;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import org.osgi.annotation.versioning.ProviderType;

/** How a source is doing. */
@Value.Immutable
@ProviderType
public interface SourceStatus {

  String id();

  /** In Russian and English, as the source names itself. */
  String titleRu();

  String titleEn();

  /** The symbolic name and version of its bundle. */
  String bundle();

  State state();

  /** Its hooks that are there now, by name. */
  List<String> hooks();

  /** Since this node started. */
  long signals();

  Optional<Instant> lastSignalAt();

  /** What went wrong the last time, in a sentence. */
  Optional<String> lastFault();

  Optional<Instant> lastFaultAt();

  /** Whether a source can be relied on. */
  enum State {
    /** It is there and its last call went well. */
    UP,
    /** It is there and its last call failed. */
    FAULT,
    /** It was there since this node started, and is not now. */
    GONE
  }

  static Builder builder() {
    return new Builder();
  }

  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Builds a {@link SourceStatus}. */
  final class Builder extends ImmutableSourceStatus.Builder {
    Builder() {}
  }
}
