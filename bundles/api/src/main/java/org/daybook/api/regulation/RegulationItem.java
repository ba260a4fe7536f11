package org.daybook.api.regulation;

import java.util.Locale;
import org.immutables.value.Value;
import org.osgi.annotation.versioning.ProviderType;

/** One thing to do. */
@Value.Immutable
@ProviderType
public interface RegulationItem {
  /**
   * Its name within the regulation, which stays when the title changes: history hangs on it. 1 to
   * 100 lower-case letters, digits and hyphens; blank in a draft: the platform makes one.
   */
  String id();

  /** What to do, in Russian; at most 300 characters. */
  String titleRu();

  /** What to do, in English; at most 300 characters. */
  String titleEn();

  Frequency frequency();

  /** Whether the equipment is red without it. */
  @Value.Default
  default boolean mandatory() {
    return true;
  }

  /** What to do, in Russian or English. */
  default String title(Locale language) {
    return language.getLanguage().equals("en") ? titleEn() : titleRu();
  }

  static Builder builder() {
    return new Builder();
  }

  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Builds a {@link RegulationItem}. */
  final class Builder extends ImmutableRegulationItem.Builder {
    Builder() {}
  }
}
