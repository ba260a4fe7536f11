package org.daybook.api.directory;

import java.util.Optional;
import org.immutables.value.Value;
import org.osgi.annotation.versioning.ProviderType;

/** A piece of the client's equipment. */
@Value.Immutable
@ProviderType
public interface Asset {

  String id();

  String clientId();

  String siteId();

  AssetKind kind();

  /** What people there call it: {@code Бухгалтерия-1}. */
  String name();

  /** Unique per client, ignoring case. */
  Optional<String> hostname();

  /** Unique per client. */
  Optional<String> inventoryNumber();

  /** True once it is gone; retired equipment has no checks and is in no report. */
  @Value.Default
  default boolean retired() {
    return false;
  }

  /** Why it is gone, for the client; only of retired equipment. */
  Optional<String> retiredReason();

  /** The visit at which it was found to be gone; only of retired equipment. */
  Optional<String> retiredVisitId();

  /**
   * The hostname, else the inventory number, else the name: how people and machines refer to it.
   */
  default String reference() {
    return hostname().or(this::inventoryNumber).orElseGet(this::name);
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

  /** Builds an {@link Asset}. */
  final class Builder extends ImmutableAsset.Builder {
    Builder() {}
  }
}
