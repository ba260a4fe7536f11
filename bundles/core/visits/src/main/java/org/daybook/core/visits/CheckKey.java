package org.daybook.core.visits;

import org.daybook.api.visit.Check;
import org.daybook.api.visit.NewCheck;

/** One item on one piece of equipment: at most once on a visit. */
record CheckKey(String assetId, String itemId) {

  static CheckKey of(NewCheck check) {
    return new CheckKey(check.assetId(), check.itemId());
  }

  static CheckKey of(Check check) {
    return new CheckKey(check.assetId(), check.itemId());
  }
}
