package org.daybook.api.source;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.immutables.value.Value;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What somebody said a name means that a source uses: whose it is, and which equipment. It is asked
 * when the directory knows no client of that name.
 */
@Value.Immutable
@ProviderType
public interface SignalMapping {

  String id();

  /** The id of the source that uses the names. */
  String source();

  /** The {@link #key} of what the source calls the client; blank if it names none. */
  @Value.Default
  default String clientKey() {
    return "";
  }

  /** The {@link #key} of what it calls the equipment; blank for whatever it names. */
  @Value.Default
  default String assetKey() {
    return "";
  }

  String clientId();

  /** The equipment that is meant; empty if it is to be looked up by its name. */
  Optional<String> assetId();

  /** The staff id of who said so last. */
  String mappedBy();

  Instant mappedAt();

  /** Whether it was taken back: then it says nothing. */
  @Value.Default
  default boolean removed() {
    return false;
  }

  /** Counts changes, from 1; 0 before it is stored. */
  @Value.Default
  default long version() {
    return 0;
  }

  /** Under what a name is remembered: without spaces around, and whatever the case. */
  static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  static Builder builder() {
    return new Builder();
  }

  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Builds a {@link SignalMapping}. */
  final class Builder extends ImmutableSignalMapping.Builder {
    Builder() {}
  }
}
