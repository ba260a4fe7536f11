package org.daybook.api.directory;

import java.util.Optional;
import org.daybook.api.access.Role;
import org.immutables.value.Value;
import org.osgi.annotation.versioning.ProviderType;

/** Somebody who works for us. */
@Value.Immutable
@ProviderType
public interface StaffMember {

  String id();

  String name();

  Role role();

  Optional<String> email();

  Optional<String> phone();

  /** The department of a specialist: {@code 1С}, {@code сети}. */
  Optional<String> department();

  /** The staff id of their manager. */
  Optional<String> managerId();

  /** How they get notices by mail; on the board they have them anyway. */
  @Value.Default
  default NoticeMail noticeMail() {
    return NoticeMail.AT_ONCE;
  }

  /** How many minutes of visits and ways a day holds, 1 to 1440; empty: as configured. */
  Optional<Integer> dayMinutes();

  @Value.Default
  default boolean active() {
    return true;
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

  /** Builds a {@link StaffMember}. */
  final class Builder extends ImmutableStaffMember.Builder {
    Builder() {}
  }
}
