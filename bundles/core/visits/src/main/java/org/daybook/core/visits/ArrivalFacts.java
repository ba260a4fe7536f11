package org.daybook.core.visits;

import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.daybook.api.directory.Asset;
import org.daybook.api.directory.Client;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.store.AssetQuery;
import org.daybook.api.store.CheckQuery;
import org.daybook.api.store.Page;
import org.daybook.api.store.PageRequest;
import org.daybook.api.store.ProblemQuery;
import org.daybook.api.store.Store;
import org.daybook.api.store.Transaction;
import org.daybook.api.visit.Check;
import org.daybook.api.visit.CheckState;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitKind;
import org.daybook.api.visit.VisitStart;

/** What listeners may know; holds no transaction while they think. */
final class ArrivalFacts implements VisitStart {

  /** Further back nobody asks: the rarest work of a regulation is done once a year. */
  private static final Duration MEMORY = Duration.ofDays(400);

  private final Store store;
  private final Visit visit;
  private final Instant arrivedAt;
  private final Client client;
  private final List<Asset> assets;
  private final Set<Finding> openProblems;

  /** By item: asking for one item on all equipment at once is one query, not one per device. */
  private final Map<String, Map<String, Instant>> lastDone = new ConcurrentHashMap<>();

  private record Finding(String assetId, String itemId) {}

  private ArrivalFacts(
      Store store,
      Visit visit,
      Instant arrivedAt,
      Client client,
      List<Asset> assets,
      Set<Finding> openProblems) {
    this.store = store;
    this.visit = visit;
    this.arrivedAt = arrivedAt;
    this.client = client;
    this.assets = List.copyOf(assets);
    this.openProblems = openProblems;
  }

  static ArrivalFacts read(Transaction tx, Store store, Visit visit, Instant arrivedAt) {
    Client client =
        tx.clients()
            .find(visit.clientId())
            .orElseThrow(() -> new NotFoundException("client", visit.clientId()));
    List<Asset> assets =
        tx.assets().all(AssetQuery.builder().siteId(visit.siteId()).retired(false).build());
    Set<Finding> problems =
        tx
            .problems()
            .all(ProblemQuery.builder().clientId(visit.clientId()).ended(false).build())
            .stream()
            .map(problem -> new Finding(problem.assetId(), problem.itemId()))
            .collect(toSet());
    return new ArrivalFacts(store, visit, arrivedAt, client, assets, problems);
  }

  /** Facts for a single piece of equipment that was just found: nothing was ever done on it. */
  static ArrivalFacts ofFound(Transaction tx, Store store, Visit visit, Asset found) {
    Client client =
        tx.clients()
            .find(visit.clientId())
            .orElseThrow(() -> new NotFoundException("client", visit.clientId()));
    Instant arrivedAt = visit.arrivedAt().orElseThrow();
    return new ArrivalFacts(store, visit, arrivedAt, client, List.of(found), Set.of());
  }

  @Override
  public String visitId() {
    return visit.id();
  }

  @Override
  public VisitKind kind() {
    return visit.kind();
  }

  @Override
  public Locale language() {
    return client.language();
  }

  @Override
  public ZoneId zone() {
    return client.zone();
  }

  @Override
  public Instant arrivedAt() {
    return arrivedAt;
  }

  @Override
  public List<Asset> assets() {
    return assets;
  }

  @Override
  public Optional<Instant> lastDone(String assetId, String itemId) {
    return Optional.ofNullable(lastDone.computeIfAbsent(itemId, this::readLastDone).get(assetId));
  }

  @Override
  public boolean hasOpenProblem(String assetId, String itemId) {
    return openProblems.contains(new Finding(assetId, itemId));
  }

  private Map<String, Instant> readLastDone(String itemId) {
    if (assets.isEmpty()) {
      return Map.of();
    }
    CheckQuery query =
        CheckQuery.builder()
            .assetIds(assets.stream().map(Asset::id).collect(toSet()))
            .itemId(itemId)
            .addStates(CheckState.OK)
            .answeredFrom(arrivedAt.minus(MEMORY))
            .build();
    return store.read(tx -> newestPerAsset(tx, query));
  }

  /** Reads from the newest back and stops as soon as every piece of equipment has its answer. */
  private Map<String, Instant> newestPerAsset(Transaction tx, CheckQuery query) {
    Map<String, Instant> newest = new HashMap<>();
    Optional<String> cursor = Optional.empty();
    do {
      Page<Check> page =
          tx.checks().list(query, new PageRequest(PageRequest.MAX_SIZE, cursor, true));
      for (Check check : page.items()) {
        // The visit's own answers do not count, so that asking again gives the same.
        if (!check.visitId().equals(visit.id())) {
          answeredAt(tx, check)
              .ifPresent(at -> newest.merge(check.assetId(), at, ArrivalFacts::later));
        }
      }
      cursor = page.next();
    } while (cursor.isPresent() && newest.size() < assets.size());
    return newest;
  }

  /** What was answered without network is stored later than its engineer left. */
  private static Optional<Instant> answeredAt(Transaction tx, Check check) {
    Optional<Instant> left = tx.visits().find(check.visitId()).flatMap(Visit::departedAt);
    return check.answeredAt().map(at -> left.filter(at::isAfter).orElse(at));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
