package org.daybook.itests.benchmarks;

import org.daybook.api.access.Role;
import org.daybook.api.store.Store;
import org.daybook.api.store.Transaction;
import org.daybook.testkit.Examples;

/** Clients with their equipment: what signals are about. */
final class Directory {
  static final int CLIENTS = 12;
  static final int ASSETS = 25;

  private Directory() {}

  static String client(int number) {
    return "client-" + number % CLIENTS;
  }

  static String host(int number) {
    return "ws-%02d".formatted(number / CLIENTS % ASSETS);
  }

  static void fill(Store store) {
    store.inTransaction(
        Examples.ADMIN,
        tx -> {
          for (Role role : Role.values()) {
            tx.staff().insert(Examples.staff(role));
          }
          for (int i = 0; i < CLIENTS; i++) {
            insertClient(tx, i);
          }
          return null;
        });
  }

  private static void insertClient(Transaction tx, int number) {
    String client = "id-of-" + client(number);
    String site = "site-of-" + client(number);
    tx.clients().insert(Examples.client().toBuilder().id(client).code(client(number)).build());
    tx.sites().insert(Examples.site().toBuilder().id(site).clientId(client).build());
    for (int i = 0; i < ASSETS; i++) {
      String host = host(i * CLIENTS);
      tx.assets()
          .insert(
              Examples.asset().toBuilder()
                  .id(client + "-" + host)
                  .clientId(client)
                  .siteId(site)
                  .name(host)
                  .hostname(host)
                  .inventoryNumber("INV-" + number + "-" + i)
                  .build());
    }
  }
}
