package org.daybook.simulation;

import java.util.List;
import org.daybook.api.access.Actor;
import org.daybook.api.directory.Asset;
import org.daybook.api.directory.Client;
import org.daybook.api.directory.Site;
import org.daybook.api.directory.StaffMember;

/**
 * Who works for us, and for whom.
 *
 * @param director manages the managers
 */
record Company(
    StaffMember director,
    List<StaffMember> managers,
    List<StaffMember> engineers,
    List<StaffMember> support,
    List<StaffMember> specialists,
    List<Customer> customers) {

  /** A client with one office and what stands there. */
  record Customer(Client client, Site site, List<Asset> assets) {}

  static Actor actor(StaffMember member) {
    return new Actor(member.id(), member.name(), member.role());
  }

  /** The member of staff with an id. */
  StaffMember engineer(String id) {
    return engineers.stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no engineer " + id));
  }

  Customer customer(String clientId) {
    return customers.stream()
        .filter(each -> each.client().id().equals(clientId))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no client " + clientId));
  }
}
