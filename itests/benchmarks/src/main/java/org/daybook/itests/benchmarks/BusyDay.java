package org.daybook.itests.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.daybook.api.access.Role;
import org.daybook.api.directory.Asset;
import org.daybook.api.store.Store;
import org.daybook.api.store.Transaction;
import org.daybook.api.task.Priority;
import org.daybook.api.task.TaskState;
import org.daybook.api.visit.Check;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitState;
import org.daybook.testkit.Examples;

/**
 * A day on which many engineers are at large clients at once, each with all of their work still
 * before them; and their managers. Written through the store, as {@link WaitingVisits} is.
 */
final class BusyDay {
  private static final List<String> SOURCES = List.of("managers", "client", "monitoring", "remote");

  private static final int USUAL_DEVICES = 25;
  private static final int USUAL_TASKS = 20;

  private final Instant arrivedAt =
      Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(1, ChronoUnit.HOURS);

  private BusyDay() {}

  /** How much there is to do on a visit. */
  record Size(int devices, int tasks) {}

  /**
   * Fills an empty store: engineer {@code staff-engineer-1} is at {@code client-1}, and so on.
   *
   * @param large how large the visits of the first engineers are; those of the others are usual
   * @param many how many are that large
   * @return the ids of the visits, in the order of their engineers
   */
  static List<String> fill(Store store, int engineers, int managers, Size large, int many) {
    BusyDay day = new BusyDay();
    store.inTransaction(Examples.ADMIN, tx -> day.staff(tx, engineers, managers));
    List<String> visits = new ArrayList<>();
    for (int i = 1; i <= engineers; i++) {
      int number = i;
      Size size = i <= many ? large : new Size(USUAL_DEVICES, USUAL_TASKS);
      List<Asset> assets =
          store.inTransaction(
              Examples.ADMIN, tx -> WaitingVisits.directory(tx, number, size.devices()));
      visits.add(
          store.inTransaction(Examples.ADMIN, tx -> day.visit(tx, number, assets, size.tasks())));
    }
    return visits;
  }

  static String engineer(int number) {
    return "staff-engineer-" + number;
  }

  static String manager(int number) {
    return "staff-manager-" + number;
  }

  private Void staff(Transaction tx, int engineers, int managers) {
    for (Role role : Role.values()) {
      tx.staff().insert(Examples.staff(role));
    }
    for (int i = 1; i <= engineers; i++) {
      tx.staff()
          .insert(
              Examples.staff(Role.ENGINEER).toBuilder()
                  .id(engineer(i))
                  .name("Инженер " + i)
                  .build());
    }
    for (int i = 1; i <= managers; i++) {
      tx.staff()
          .insert(
              Examples.staff(Role.MANAGER).toBuilder()
                  .id(manager(i))
                  .name("Руководитель " + i)
                  .build());
    }
    return null;
  }

  private String visit(Transaction tx, int number, List<Asset> assets, int tasks) {
    Visit visit =
        tx.visits()
            .insert(
                Examples.visit().toBuilder()
                    .id(tx.newId())
                    .clientId(WaitingVisits.client(number))
                    .siteId(WaitingVisits.site(number))
                    .engineerId(engineer(number))
                    .state(VisitState.ON_SITE)
                    .plannedFor(arrivedAt)
                    .arrivedAt(arrivedAt)
                    .checksPlanned(true)
                    .build());
    for (Asset asset : assets) {
      for (int item = 0; item < WaitingVisits.ITEMS.size(); item++) {
        tx.checks()
            .insert(
                Check.builder()
                    .id(tx.newId())
                    .visitId(visit.id())
                    .assetId(asset.id())
                    .itemId("item-" + item)
                    .title(WaitingVisits.ITEMS.get(item))
                    .build());
      }
    }
    for (int i = 1; i <= tasks; i++) {
      tx.tasks()
          .insert(
              Examples.task().toBuilder()
                  .id(tx.newId())
                  .clientId(visit.clientId())
                  .visitId(visit.id())
                  .engineerId(visit.engineerId())
                  .assetId(assets.get(i % assets.size()).id())
                  .source(SOURCES.get(i % SOURCES.size()))
                  .title("Перенести общую папку отдела " + i)
                  .description("Старый диск заканчивается, на новом сервере место есть.")
                  .priority(Priority.values()[i % Priority.values().length])
                  .state(TaskState.PLANNED)
                  .createdAt(arrivedAt.minus(Duration.ofDays(3)))
                  .dueAt(arrivedAt.plus(Duration.ofHours(i % 12)))
                  .build());
    }
    return visit.id();
  }
}
