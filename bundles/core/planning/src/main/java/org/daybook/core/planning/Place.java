package org.daybook.core.planning;

import java.util.Optional;

/** A site on the way. */
record Place(String siteId, Optional<String> district) {
  boolean isSame(Place other) {
    return siteId.equals(other.siteId);
  }

  /** Where one of two is unknown, the way may be long. */
  boolean isNear(Place other) {
    return district.isPresent() && district.equals(other.district);
  }
}
