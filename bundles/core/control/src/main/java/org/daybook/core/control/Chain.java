package org.daybook.core.control;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.daybook.api.directory.StaffMember;

/** Who stands above whom, also where somebody entered a circle. */
final class Chain {
  private final Function<String, Optional<StaffMember>> staff;

  Chain(Function<String, Optional<StaffMember>> staff) {
    this.staff = staff;
  }

  /** The next one above who is there; empty at the top. */
  Optional<String> above(String staffId) {
    return next(staffId, staffId);
  }

  /**
   * The one after {@code current} on the way up from {@code first}; empty at the top, and where the
   * way comes back to somebody who was told before.
   */
  Optional<String> next(String first, String current) {
    Set<String> told = new LinkedHashSet<>();
    Optional<String> step = Optional.of(first);
    while (step.isPresent() && told.add(step.get()) && !step.get().equals(current)) {
      step = manager(step.get());
    }
    // Somebody changed who leads whom since: go on from where it is.
    told.add(current);
    Optional<String> next = manager(current);
    while (next.isPresent() && told.add(next.get())) {
      if (staff.apply(next.get()).filter(StaffMember::active).isPresent()) {
        return next;
      }
      next = manager(next.get());
    }
    return Optional.empty();
  }

  private Optional<String> manager(String staffId) {
    return staff.apply(staffId).flatMap(StaffMember::managerId);
  }
}
