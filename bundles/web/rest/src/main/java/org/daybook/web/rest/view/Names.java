package org.daybook.web.rest.view;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.daybook.api.directory.Asset;
import org.daybook.api.directory.Client;
import org.daybook.api.directory.Site;
import org.daybook.api.directory.StaffMember;
import org.daybook.api.report.VisitReport;
import org.daybook.api.store.Transaction;

/** Looks up what views mention, each thing once per answer. */
public final class Names {
  private final Transaction tx;
  private final Map<String, Optional<Client>> clients = new HashMap<>();
  private final Map<String, Optional<Site>> sites = new HashMap<>();
  private final Map<String, Optional<Asset>> assets = new HashMap<>();
  private final Map<String, Optional<StaffMember>> staff = new HashMap<>();
  private final Map<String, Optional<VisitReport>> reports = new HashMap<>();

  public Names(Transaction tx) {
    this.tx = tx;
  }

  Transaction transaction() {
    return tx;
  }

  /** The code of a client. */
  String client(String id) {
    return found(clients, id, tx.clients()::find).map(Client::code).orElse(null);
  }

  /** The name of a client. */
  String clientName(String id) {
    return found(clients, id, tx.clients()::find).map(Client::name).orElse(null);
  }

  /** The name of a site. */
  String site(String id) {
    return found(sites, id, tx.sites()::find).map(Site::name).orElse(null);
  }

  /** How a piece of equipment is referred to. */
  String asset(String id) {
    return found(assets, id, tx.assets()::find).map(Asset::reference).orElse(null);
  }

  /** What people call a piece of equipment. */
  String assetName(String id) {
    return found(assets, id, tx.assets()::find).map(Asset::name).orElse(null);
  }

  /** The name of a member of staff. */
  String staff(Optional<String> id) {
    return id.flatMap(i -> found(staff, i, tx.staff()::find)).map(StaffMember::name).orElse(null);
  }

  /** One revision of a report. */
  Optional<VisitReport> report(String id) {
    return found(reports, id, tx.reports()::find);
  }

  private static <T> Optional<T> found(
      Map<String, Optional<T>> known, String id, Function<String, Optional<T>> find) {
    return known.computeIfAbsent(id, find);
  }
}
