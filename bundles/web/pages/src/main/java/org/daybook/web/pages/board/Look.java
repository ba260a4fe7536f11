package org.daybook.web.pages.board;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.daybook.api.access.Actor;
import org.daybook.api.directory.Client;
import org.daybook.api.directory.StaffMember;
import org.daybook.api.store.Transaction;

/** One look of one person at the store, inside one transaction. */
final class Look {
  private final Transaction tx;
  private final Visitor visitor;
  private final Words words;
  private final Instant now;
  private final String root;
  private final Map<String, Optional<Client>> clients = new HashMap<>();
  private final Map<String, Optional<StaffMember>> staff = new HashMap<>();

  /**
   * A look from one address.
   *
   * @param root the way from the address to the root of the server
   */
  Look(Transaction tx, Visitor visitor, Words words, Instant now, String root) {
    this.tx = tx;
    this.visitor = visitor;
    this.words = words;
    this.now = now;
    this.root = root;
  }

  Transaction tx() {
    return tx;
  }

  Visitor visitor() {
    return visitor;
  }

  Actor actor() {
    return visitor.actor();
  }

  Words words() {
    return words;
  }

  Instant now() {
    return now;
  }

  /** The address of a page of the board; blank if it is none, or not for them. */
  String link(String path) {
    return BoardRoutes.opens(actor().role(), path) ? root + path.substring(1) : "";
  }

  Optional<Client> client(String id) {
    return clients.computeIfAbsent(id, tx.clients()::find);
  }

  Optional<StaffMember> staff(String id) {
    return staff.computeIfAbsent(id, tx.staff()::find);
  }

  /** Their name; if they are gone, what they were called by. */
  String nameOf(String staffId) {
    return staff(staffId).map(StaffMember::name).orElse(staffId);
  }

  /** A dash for nobody. */
  String nameOf(Optional<String> staffId) {
    return staffId.map(this::nameOf).orElse("—");
  }

  String clientName(String clientId) {
    return client(clientId).map(Client::name).orElse(clientId);
  }

  /** A moment in the zone of a client. */
  String moment(Instant moment, String clientId) {
    ZoneId zone = client(clientId).map(Client::zone).orElse(words.zone());
    return words.moment(moment, zone);
  }

  /** Blank for none. */
  String moment(Optional<Instant> moment, String clientId) {
    return moment.map(at -> moment(at, clientId)).orElse("");
  }
}
