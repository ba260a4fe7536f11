package org.daybook.core.intake;

import java.util.Optional;
import org.daybook.api.directory.Asset;
import org.daybook.api.directory.Client;
import org.daybook.api.visit.Visit;

/**
 * Where a signal belongs.
 *
 * @param asset empty if the signal names none that is known
 * @param visit the one that it is to be done on, if it is under way or was asked for
 */
record Place(Client client, Optional<Asset> asset, Optional<Visit> visit) {

  /** The staff id of who is to do it, unless the signal says so. */
  Optional<String> engineerId() {
    return visit.map(Visit::engineerId).or(client::engineerId);
  }
}
