package org.daybook.itests.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.daybook.api.access.Role;
import org.daybook.api.directory.Asset;
import org.daybook.api.directory.AssetKind;
import org.daybook.api.store.Store;
import org.daybook.api.store.Transaction;
import org.daybook.api.task.Priority;
import org.daybook.api.task.TaskState;
import org.daybook.api.visit.Check;
import org.daybook.api.visit.CheckState;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitState;
import org.daybook.testkit.Examples;

/**
 * Visits with nothing left to do but to close them: every check is answered, each tenth device has
 * a problem, five tasks are done and one is not. Written through the store, because answering ten
 * thousands of checks over HTTP would take longer than what is to be measured.
 */
final class WaitingVisits {
  private static final int THREADS = 2;

  static final List<String> ITEMS =
      List.of(
          "Обновления операционной системы",
          "Проверка антивирусом",
          "Журналы системных ошибок",
          "Свободное место на дисках",
          "Состояние резервных копий");

  private final Store store;
  private final int devices;
  private final Instant arrivedAt =
      Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(4, ChronoUnit.HOURS);

  private WaitingVisits(Store store, int devices) {
    this.store = store;
    this.devices = devices;
  }

  /**
   * Fills an empty store.
   *
   * @return the ids of the visits
   */
  static List<String> fill(Store store, int clients, int visitsOfEach, int devices)
      throws Exception {
    store.inTransaction(
        Examples.ADMIN,
        tx -> {
          for (Role role : Role.values()) {
            tx.staff().insert(Examples.staff(role));
          }
          return null;
        });
    WaitingVisits visits = new WaitingVisits(store, devices);
    List<Callable<List<String>>> work = new ArrayList<>();
    for (int i = 1; i <= clients; i++) {
      int number = i;
      work.add(() -> visits.ofClient(number, visitsOfEach));
    }
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<String> ids = new ArrayList<>();
      for (Future<List<String>> each : threads.invokeAll(work)) {
        ids.addAll(each.get());
      }
      return ids;
    } finally {
      threads.shutdownNow();
    }
  }

  private List<String> ofClient(int number, int count) {
    List<Asset> assets = store.inTransaction(Examples.ADMIN, tx -> directory(tx, number, devices));
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ids.add(store.inTransaction(Examples.ENGINEER, tx -> visit(tx, number, assets)));
    }
    return ids;
  }

  /** A client with one site, one reader of reports, and equipment. */
  static List<Asset> directory(Transaction tx, int number, int devices) {
    tx.clients()
        .insert(
            Examples.client().toBuilder()
                .id(client(number))
                .code("c" + number)
                .name("ООО «Клиент %d»".formatted(number))
                .build());
    tx.sites()
        .insert(Examples.site().toBuilder().id(site(number)).clientId(client(number)).build());
    tx.contacts()
        .insert(
            Examples.contact().toBuilder()
                .id("contact-of-" + number)
                .clientId(client(number))
                .email("reports@client-%d.example.com".formatted(number))
                .reportRecipient(true)
                .build());
    List<Asset> assets = new ArrayList<>();
    for (int i = 1; i <= devices; i++) {
      assets.add(
          tx.assets()
              .insert(
                  Examples.asset().toBuilder()
                      .id(tx.newId())
                      .clientId(client(number))
                      .siteId(site(number))
                      .kind(i % 20 == 1 ? AssetKind.WINDOWS_SERVER : AssetKind.WORKSTATION)
                      .name("Место-%03d".formatted(i))
                      .hostname("ws-%03d".formatted(i))
                      .inventoryNumber("C%d-%03d".formatted(number, i))
                      .build()));
    }
    return assets;
  }

  private String visit(Transaction tx, int number, List<Asset> assets) {
    Visit visit =
        tx.visits()
            .insert(
                Examples.visit().toBuilder()
                    .id(tx.newId())
                    .clientId(client(number))
                    .siteId(site(number))
                    .state(VisitState.ON_SITE)
                    .plannedFor(arrivedAt)
                    .arrivedAt(arrivedAt)
                    .checksPlanned(true)
                    .build());
    for (int i = 0; i < assets.size(); i++) {
      for (int item = 0; item < ITEMS.size(); item++) {
        tx.checks().insert(check(tx, visit, assets.get(i), item, i % 10 == 9 && item == 3));
      }
    }
    for (int i = 1; i <= 6; i++) {
      task(tx, visit, i);
    }
    return visit.id();
  }

  private Check check(Transaction tx, Visit visit, Asset asset, int item, boolean problem) {
    Check.Builder check =
        Check.builder()
            .id(tx.newId())
            .visitId(visit.id())
            .assetId(asset.id())
            .itemId("item-" + item)
            .title(ITEMS.get(item))
            .state(problem ? CheckState.PROBLEM : CheckState.OK)
            .answeredBy(Examples.ENGINEER_ID)
            .answeredAt(arrivedAt.plus(Duration.ofHours(1)));
    if (problem) {
      check
          .description("Диск D: заполнен на 95 %")
          .action("Старые файлы перенесём в архив на этой неделе");
    }
    return check.build();
  }

  private void task(Transaction tx, Visit visit, int number) {
    boolean done = number != 6;
    Instant finished = arrivedAt.plus(Duration.ofMinutes(20L * number));
    tx.tasks()
        .insert(
            Examples.task().toBuilder()
                .id(tx.newId())
                .clientId(visit.clientId())
                .visitId(visit.id())
                .engineerId(Examples.ENGINEER_ID)
                .source(number % 3 == 0 ? "client" : "managers")
                .title("Перенести общую папку отдела " + number)
                .description("Старый диск заканчивается, на новом сервере место есть.")
                .priority(number == 1 ? Priority.HIGH : Priority.NORMAL)
                .state(done ? TaskState.DONE : TaskState.NOT_DONE)
                .result(done ? Optional.of("Папка перенесена, права проверены") : Optional.empty())
                .reason(done ? Optional.empty() : Optional.of("Не освободилось место на сервере"))
                .createdAt(arrivedAt.minus(Duration.ofDays(3)))
                .startedAt(finished.minus(Duration.ofMinutes(20)))
                .finishedAt(done ? Optional.of(finished) : Optional.empty())
                .build());
  }

  static String client(int number) {
    return "client-" + number;
  }

  static String site(int number) {
    return "site-of-" + number;
  }
}
