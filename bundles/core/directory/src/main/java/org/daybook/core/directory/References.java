package org.daybook.core.directory;

import java.util.List;
import java.util.Optional;
import org.daybook.api.access.Role;
import org.daybook.api.directory.StaffMember;
import org.daybook.api.store.Transaction;

/** Checks that what a value refers to is there, and is what it has to be. */
final class References {
  private final Transaction tx;
  private final Fields fields;

  References(Transaction tx, Fields fields) {
    this.tx = tx;
    this.fields = fields;
  }

  /** A value's client, which it keeps for ever. */
  void client(String id, Optional<String> before) {
    fields.require(tx.clients().find(id).isPresent(), "clientId", "must be a client");
    fields.require(
        before.filter(other -> !other.equals(id)).isEmpty(), "clientId", "cannot be changed");
  }

  /** A site, which has to be the client's. */
  void site(String id, String clientId) {
    fields.require(
        tx.sites().find(id).filter(site -> site.clientId().equals(clientId)).isPresent(),
        "siteId",
        "must be a site of this client");
  }

  /**
   * A member of staff with one of some roles.
   *
   * @param before what the value referred to before: who has left since, or does other work, may
   *     stay until somebody names another
   */
  void staff(String field, Optional<String> id, Optional<String> before, Role... roles) {
    if (id.isEmpty() || id.equals(before)) {
      return;
    }
    Optional<StaffMember> member = tx.staff().find(id.get()).filter(StaffMember::active);
    fields.require(
        member.filter(each -> List.of(roles).contains(each.role())).isPresent(),
        field,
        "must be an active member of staff with the role " + names(roles));
  }

  private static String names(Role... roles) {
    return String.join(" or ", List.of(roles).stream().map(Role::name).toList());
  }
}
