package org.daybook.api.access;

import java.util.Objects;

/**
 * Who does something; the audit trail keeps it.
 *
 * @param id the staff member's id; for parts of the platform a name such as {@code source:routine}
 * @param name for people, as the audit trail shows it
 * @param role what the actor may do; parts of the platform act as {@link Role#ADMIN}
 */
public record Actor(String id, String name, Role role) {
  public Actor {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(role, "role");
  }

  /** A part of the platform acting by itself, such as {@code source:monitoring}. */
  public static Actor system(String part) {
    return new Actor(part, part, Role.ADMIN);
  }

  public boolean isAny(Role... roles) {
    for (Role each : roles) {
      if (role == each) {
        return true;
      }
    }
    return false;
  }
}
