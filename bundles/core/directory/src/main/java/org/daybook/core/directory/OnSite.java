package org.daybook.core.directory;

import org.daybook.api.access.Actor;
import org.daybook.api.access.Role;
import org.daybook.api.directory.Asset;
import org.daybook.api.error.ForbiddenException;
import org.daybook.api.store.Transaction;
import org.daybook.api.store.VisitQuery;
import org.daybook.api.visit.VisitState;

/** Who keeps the list of equipment: managers, and an engineer at the site while being there. */
final class OnSite {
  private final Transaction tx;
  private final Actor actor;

  OnSite(Transaction tx, Actor actor) {
    this.tx = tx;
    this.actor = actor;
  }

  void requireMayAdd(Asset draft) {
    require(isManager() || (isAt(draft.siteId()) && !draft.retired()));
  }

  /** An engineer takes equipment off the list and does nothing else to it. */
  void requireMayChange(Asset changed) {
    require(isManager() || (isAt(changed.siteId()) && retires(changed)));
  }

  private boolean retires(Asset changed) {
    return changed.retired()
        && tx.assets()
            .find(changed.id())
            .map(
                before ->
                    before.toBuilder()
                        .retired(true)
                        .retiredReason(changed.retiredReason())
                        .retiredVisitId(changed.retiredVisitId())
                        .version(changed.version())
                        .build())
            .filter(changed::equals)
            .isPresent();
  }

  private boolean isManager() {
    return actor.isAny(Role.MANAGER, Role.ADMIN);
  }

  private boolean isAt(String siteId) {
    VisitQuery underWay =
        VisitQuery.builder()
            .engineerId(actor.id())
            .siteId(siteId)
            .addStates(VisitState.ON_SITE, VisitState.CLOSING)
            .build();
    return actor.role() == Role.ENGINEER && tx.visits().first(underWay).isPresent();
  }

  private static void require(boolean allowed) {
    if (!allowed) {
      throw new ForbiddenException(
          "Only managers and administrators change the directory; an engineer adds and retires"
              + " equipment of the site while being there.");
    }
  }
}
