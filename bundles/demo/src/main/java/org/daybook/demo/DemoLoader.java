package org.daybook.demo;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.daybook.api.access.Actor;
import org.daybook.api.error.RefusedException;
import org.daybook.api.store.ClientQuery;
import org.daybook.api.store.Store;
import org.daybook.api.store.Transaction;

/** Loads everything in one transaction: all of it is there, or nothing. */
final class DemoLoader {

  static final Actor DEMO = Actor.system("demo");

  private final Store store;
  private final Clock clock;
  private final BrandingFiles branding;

  DemoLoader(Store store, Clock clock, BrandingFiles branding) {
    this.store = store;
    this.clock = clock;
    this.branding = branding;
  }

  boolean isNeeded() {
    return store.read(DemoLoader::isEmpty);
  }

  String load(Logins logins) {
    String loaded =
        store.inTransaction(
            DEMO,
            tx -> {
              if (!isEmpty(tx)) {
                throw new RefusedException(
                    "There are clients already; the demo is for an empty installation.");
              }
              return load(tx, logins);
            });
    branding.write();
    return loaded;
  }

  private String load(Transaction tx, Logins logins) {
    Times times = new Times(clock.instant().truncatedTo(ChronoUnit.SECONDS));
    Company company = new Company(tx, logins);
    Clients clients = new Clients(tx, company);
    Place romashka = clients.romashka();
    List<Place> others = clients.others();
    new MonthElsewhere(tx, company, times).add(others);
    new MonthAtRomashka(tx, company, romashka, times).add();
    int equipment =
        romashka.assets().size() + others.stream().mapToInt(p -> p.assets().size()).sum();
    return "Loaded 12 clients with %d pieces of equipment, their staff and a month of history."
        .formatted(equipment);
  }

  private static boolean isEmpty(Transaction tx) {
    return tx.clients().first(ClientQuery.everything()).isEmpty();
  }
}
