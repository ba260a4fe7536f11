package org.daybook.api.directory;

import java.util.Optional;
import org.immutables.value.Value;
import org.osgi.annotation.versioning.ProviderType;

/** A person at the client. */
@Value.Immutable
@ProviderType
public interface Contact {

  String id();

  String clientId();

  String name();

  /** What they do there: {@code офис-менеджер}. */
  Optional<String> position();

  /** An RFC 5321 mailbox. */
  Optional<String> email();

  Optional<String> phone();

  /** Whether visit reports go to this person; needs an {@link #email}. */
  @Value.Default
  default boolean reportRecipient() {
    return false;
  }

  /** Whether this is the responsible person, who states wishes on arrival. */
  @Value.Default
  default boolean responsible() {
    return false;
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

  /** Builds a {@link Contact}. */
  final class Builder extends ImmutableContact.Builder {
    Builder() {}
  }
}
