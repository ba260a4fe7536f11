package org.daybook.core.reports;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.daybook.api.directory.Client;
import org.daybook.api.report.ReportState;
import org.daybook.api.report.Verification;
import org.daybook.api.report.VisitReport;
import org.daybook.api.store.ClientQuery;
import org.daybook.api.store.Page;
import org.daybook.api.store.PageRequest;
import org.daybook.api.store.ReportQuery;
import org.daybook.api.store.Store;

/**
 * Looks for reports that are not as they were frozen. Whoever changes one in the database has to
 * change all later ones of the client as well, and whoever removes one leaves a gap; the last one
 * is covered by the number of reports that the client has got.
 */
final class Verifier {
  /** Snapshots are large, and there are more of them every day. */
  private static final int AT_ONCE = 20;

  private final Store store;
  private final ReportJson json;

  Verifier(Store store, ReportJson json) {
    this.store = store;
    this.json = json;
  }

  /** One report and its links to the client's reports before and after it. */
  Verification one(String reportId) {
    return store.read(
        tx -> {
          VisitReport report = Lookup.report(tx, reportId);
          long last = tx.lastNumber(Freezer.series(report.clientId()));
          Chain chain = new Chain(last, last);
          for (int place = report.sequence() - 1; place <= report.sequence() + 1; place++) {
            links(Lookup.inChain(tx, report.clientId(), place)).forEach(chain::add);
          }
          return chain.verify(ChainLink.of(report, json));
        });
  }

  /** All reports, oldest first, and at the end the clients of whose chains nothing is left. */
  List<Verification> all() {
    List<Client> clients = store.read(tx -> tx.clients().all(ClientQuery.everything()));
    // Before the reports and after them: what is frozen meanwhile is neither missing nor too much.
    Map<String, Long> last = lastPlaces(clients);
    List<ChainLink> links = allLinks();
    Map<String, Long> given = lastPlaces(clients);
    Map<String, Chain> chains = new LinkedHashMap<>();
    clients.forEach(
        client ->
            chains.put(client.id(), new Chain(last.get(client.id()), given.get(client.id()))));
    links.forEach(
        link -> chains.computeIfAbsent(link.clientId(), unknown -> new Chain(0, 0)).add(link));

    List<Verification> all = new ArrayList<>();
    links.forEach(link -> all.add(chains.get(link.clientId()).verify(link)));
    clients.stream()
        .filter(client -> chains.get(client.id()).isGone())
        .forEach(client -> all.add(gone(client)));
    return all;
  }

  private Map<String, Long> lastPlaces(List<Client> clients) {
    return store.read(
        tx ->
            clients.stream()
                .collect(toMap(Client::id, client -> tx.lastNumber(Freezer.series(client.id())))));
  }

  private List<ChainLink> allLinks() {
    List<ChainLink> links = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    do {
      PageRequest next = new PageRequest(AT_ONCE, cursor, false);
      Page<VisitReport> page = store.read(tx -> tx.reports().list(ReportQuery.everything(), next));
      links.addAll(links(page.items()));
      cursor = page.next();
    } while (cursor.isPresent());
    return links;
  }

  private List<ChainLink> links(List<VisitReport> reports) {
    return reports.stream()
        .filter(report -> report.state() != ReportState.COLLECTING)
        .map(report -> ChainLink.of(report, json))
        .toList();
  }

  private static Verification gone(Client client) {
    return new Verification(
        "", "—", 0, "", Optional.of("All reports of %s are missing.".formatted(client.name())));
  }
}
