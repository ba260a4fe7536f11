package org.daybook.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.daybook.api.diary.Project;
import org.daybook.api.directory.Asset;
import org.daybook.api.directory.StaffMember;
import org.daybook.api.dispute.Dispute;
import org.daybook.api.store.Transaction;
import org.daybook.api.task.Occurrence;
import org.daybook.api.task.Priority;
import org.daybook.api.task.Task;
import org.daybook.api.task.TaskState;
import org.daybook.api.visit.ClosedVisit;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitKind;

/** A month at the client with 25 pieces of equipment, up to the visit of today. */
final class MonthAtRomashka {

  /** What support solved since the last visit: what was asked, what was done. */
  private static final List<String[]> REMOTELY =
      List.of(
          new String[] {"Забыт пароль от почты", "Пароль сброшен, вход проверен"},
          new String[] {"Не печатает принтер в бухгалтерии", "Очищена очередь печати"},
          new String[] {"Не открывается вложение в письме", "Установлен просмотрщик PDF"},
          new String[] {"Пропал звук на видеозвонке", "Выбрано верное устройство вывода"},
          new String[] {"Нужен доступ к папке «Договоры»", "Доступ выдан по согласованию"},
          new String[] {"Завис терминал склада", "Сеанс завершён и открыт заново"},
          new String[] {"Не приходит код входа в банк", "Исправлены время и часовой пояс"},
          new String[] {"Браузер открывает чужую страницу", "Удалено лишнее расширение"},
          new String[] {"Не сохраняется файл в общей папке", "Освобождено место по квоте"},
          new String[] {"Слишком мелкий шрифт в программе", "Настроено масштабирование"},
          new String[] {"Не работает телефонная гарнитура", "Обновлён драйвер гарнитуры"},
          new String[] {"Потерялся ярлык программы учёта", "Ярлык восстановлен"});

  private final Transaction tx;
  private final Company company;
  private final Place place;
  private final Times times;
  private final Records records;
  private final StaffMember engineer;

  MonthAtRomashka(Transaction tx, Company company, Place place, Times times) {
    this.tx = tx;
    this.company = company;
    this.place = place;
    this.times = times;
    this.records = new Records(tx);
    this.engineer = place.engineer();
  }

  void add() {
    Project project = projects();
    ClosedVisit first = firstVisit();
    Visit last = lastVisit(first);
    betweenVisits();
    openTasks(project);
    records.scheduled(place, times.ago(0, 10));
    records.scheduled(place, last.plannedFor().plus(Duration.ofDays(28)));
  }

  private Project projects() {
    project("Переезд почты на новый сервер", Project.State.FINISHED, 60, Optional.empty());
    return project(
        "Новые рабочие места в отделе продаж",
        Project.State.ACTIVE,
        40,
        Optional.of(times.workdayAhead(21, 18)));
  }

  private Project project(String title, Project.State state, int daysAgo, Optional<Instant> dueAt) {
    return tx.projects()
        .insert(
            Project.builder()
                .id(tx.newId())
                .clientId(place.client().id())
                .title(title)
                .state(state)
                .createdAt(times.ago(daysAgo, 12))
                .dueAt(dueAt)
                .build());
  }

  /** Four weeks ago: a quiet day, one printer in need of repair. */
  private ClosedVisit firstVisit() {
    Visit visit =
        records.reported(place, VisitKind.PLANNED, times.ago(28, 10), Duration.ofHours(6));
    PastVisit past =
        new PastVisit(tx, company, place, visit).next(times.ago(14, 10)).remote(18, 19);
    past.task(done(visit, "managers", "Заменить клавиатуру в приёмной", "Клавиатура заменена", 10));
    past.task(
        done(
            visit,
            "client",
            "Повесить экран в переговорной ближе к окну",
            "Экран перевешен, кабели убраны в короб",
            40));
    past.task(
        done(
            visit,
            "remote",
            "Не запускается программа учёта на складе",
            "Переустановлена программа, проверена с кладовщиком",
            35));
    Asset dustyComputer = place.asset("pc-sklad-03");
    past.found(Finding.skipped(dustyComputer.id(), "disk-health", "сотрудник работал с отчётом"));
    return past.freeze();
  }

  /** Two weeks ago: a promise was made, a task went to a specialist, two devices were red. */
  private Visit lastVisit(ClosedVisit before) {
    Visit visit =
        records.reported(place, VisitKind.PLANNED, times.ago(14, 10), Duration.ofHours(7));
    Instant departedAt = visit.departedAt().orElseThrow();
    PastVisit past =
        new PastVisit(tx, company, place, visit)
            .after(before)
            .next(times.ago(0, 10))
            .remote(21, 22);
    past.task(done(visit, "managers", "Обновить программу учёта", "Обновлена на всех местах", 50));
    past.task(
        done(
            visit,
            "client",
            "Научить новую сотрудницу сканировать в папку",
            "Показали и оставили памятку",
            20));
    past.task(
        done(
            visit,
            "monitoring",
            "Мало места на диске C: почтового сервера",
            "Удалены старые журналы, свободно 40 %",
            25));
    Task promise = promise(visit);
    past.task(Records.line(promise, Optional.empty(), Optional.empty(), 15));
    past.task(withSpecialist(visit));
    missed(visit, before, past);
    past.found(
        Finding.problem(
            place.asset("prn-sklad-01").id(),
            "test-page",
            "Печатает бледно, полосы на странице",
            "Заказан новый картридж",
            times.ago(0, 18)));
    past.found(
        Finding.skipped(place.asset("pc-sklad-02").id(), "antivirus-scan", "кабинет был закрыт"));
    past.freeze();
    records.comment(promise, engineer, "Поставщик обещает батарею через две недели.", departedAt);
    return visit;
  }

  /** What will be carried over for the second time. */
  private Task promise(Visit visit) {
    Task task =
        records.store(
            records
                .draft(
                    place,
                    "managers",
                    "Заменить батарею источника бесперебойного питания в серверной",
                    times.ago(20, 11))
                .description("Батарея держит две минуты вместо пятнадцати.")
                .priority(Priority.HIGH)
                .state(TaskState.CARRIED_OVER)
                .visitId(visit.id())
                .engineerId(engineer.id())
                .reason("Батареи нет у поставщика")
                .carriedOver(1)
                .promisedSince(visit.departedAt())
                .startedAt(visit.arrivedAt())
                .dueAt(times.workdayAhead(1, 18)));
    records.time(task, engineer, 15, visit.departedAt().orElseThrow());
    return task;
  }

  /** Handed over at the last visit; accepted since. */
  private ClosedVisit.VisitTask withSpecialist(Visit visit) {
    Task.Builder task =
        records
            .draft(place, "managers", "Настроить обмен программы учёта с банком", times.ago(17, 12))
            .state(TaskState.HANDED_OVER)
            .visitId(visit.id())
            .engineerId(engineer.id())
            .specialistId(company.accountingSpecialist.id())
            .reason("Нужна настройка обмена на стороне 1С")
            .startedAt(visit.arrivedAt());
    Task handedOver = task.build();
    Task accepted = records.store(task.state(TaskState.ACCEPTED).dueAt(times.workdayAhead(5, 18)));
    records.comment(
        accepted,
        company.accountingSpecialist,
        "Запросила у банка ключи обмена, жду ответа.",
        times.workdayAgo(4, 16));
    return Records.line(handedOver, Optional.empty(), Optional.of(company.accountingSpecialist), 0);
  }

  /** What the client missed in the report of the visit before: they were right. */
  private void missed(Visit visit, ClosedVisit before, PastVisit past) {
    Instant opened = times.workdayAgo(26, 11);
    Instant finished = visit.departedAt().orElseThrow().minus(Duration.ofMinutes(90));
    String disputeId = tx.newId();
    Task task =
        records.store(
            records
                .draft(place, "client", "Не подключён проектор в переговорной", opened)
                .description("Просили устно, в отчёте этого нет.")
                .externalId("dispute:" + disputeId)
                .priority(Priority.HIGH)
                .state(TaskState.DONE)
                .visitId(visit.id())
                .engineerId(engineer.id())
                .result("Проектор подключён, показали, как включать")
                .startedAt(finished.minus(Duration.ofMinutes(30)))
                .finishedAt(finished));
    records.time(task, engineer, 30, finished);
    past.task(Records.line(task, Optional.empty(), Optional.empty(), 30));
    Dispute dispute =
        records.disputed(
            place, before.visitId(), task, company.managerOf(engineer), disputeId, finished);
    past.disputed(
        new ClosedVisit.Disputed(
            dispute.id(),
            dispute.title(),
            dispute.openedAt(),
            dispute.state(),
            dispute.decision(),
            dispute.outcome(),
            task.state()));
  }

  private ClosedVisit.VisitTask done(
      Visit visit, String source, String title, String result, int minutes) {
    Instant finished = visit.departedAt().orElseThrow().minus(Duration.ofMinutes(30 + minutes));
    Task task =
        records.store(
            records
                .draft(place, source, title, visit.plannedFor().minus(Duration.ofDays(3)))
                .state(TaskState.DONE)
                .visitId(visit.id())
                .engineerId(engineer.id())
                .result(result)
                .startedAt(finished.minus(Duration.ofMinutes(minutes)))
                .finishedAt(finished));
    records.time(task, engineer, minutes, finished);
    return Records.line(task, Optional.empty(), Optional.empty(), minutes);
  }

  private void betweenVisits() {
    int day = 13;
    for (String[] request : REMOTELY) {
      Instant solved = times.ago(day, 12).plus(Duration.ofMinutes(7L * day));
      Task task =
          records.store(
              records
                  .draft(place, "remote", request[0], solved.minus(Duration.ofMinutes(18)))
                  .state(TaskState.RESOLVED_REMOTELY)
                  .result(request[1])
                  .finishedAt(solved));
      records.time(task, company.support, 15, solved);
      day = Math.max(1, day - 1);
    }
    Asset router = place.asset("192.0.2.5");
    Instant lost = times.ago(9, 4);
    Task recovered =
        records.store(
            records
                .draft(place, "monitoring", "Нет связи с маршрутизатором", lost)
                .assetId(router.id())
                .externalId("demo-router-down")
                .priority(Priority.URGENT)
                .state(TaskState.SELF_RECOVERED)
                .finishedAt(lost.plus(Duration.ofMinutes(12))));
    tx.occurrences()
        .insert(
            occurrence(recovered, router, lost)
                .fault(true)
                .clearedAt(lost.plus(Duration.ofMinutes(12)))
                .build());
    Instant networkDone = times.workdayAgo(5, 15);
    Task finished =
        records.store(
            records
                .draft(
                    place, "managers", "Отделить гостевую сеть Wi-Fi от рабочей", times.ago(16, 12))
                .state(TaskState.DONE)
                .engineerId(engineer.id())
                .specialistId(company.networkSpecialist.id())
                .result("Гостевая сеть отделена, пароль у офис-менеджера")
                .startedAt(times.ago(14, 14))
                .finishedAt(networkDone));
    records.time(finished, company.networkSpecialist, 90, networkDone);
  }

  /** What waits for the visit of today. */
  private void openTasks(Project project) {
    records.store(
        records
            .draft(
                place,
                "managers",
                "Собрать и подключить рабочее место Продажи-6",
                times.workdayAgo(6, 12))
            .projectId(project.id())
            .description("Компьютер и монитор уже на складе клиента.")
            .dueAt(times.workdayAhead(2, 18)));
    records.store(
        records
            .draft(
                place,
                "managers",
                "Перенести рабочее место Продажи-4 к окну",
                times.workdayAgo(6, 12))
            .projectId(project.id())
            .priority(Priority.LOW));
    records.store(
        records
            .draft(
                place,
                "managers",
                "Подготовить рабочее место на время отпуска кладовщика",
                times.workdayAgo(2, 17))
            .assetId(place.asset("pc-sklad-01").id())
            .priority(Priority.HIGH)
            .dueAt(times.ago(0, 18)));
    records.store(
        records
            .draft(
                place, "remote", "После обновления 1С не печатаются счета", times.workdayAgo(1, 16))
            .description("Удалённо не воспроизводится, сотрудница просит подойти к ней.")
            .assetId(place.asset("pc-buh-02").id())
            .priority(Priority.HIGH));
    Asset archive = place.asset("srv-file-01");
    Instant forecast = times.workdayAgo(3, 7);
    Task disk =
        records.store(
            records
                .draft(
                    place,
                    "monitoring",
                    "Прогноз: место на архивном диске закончится через три недели",
                    forecast)
                .externalId("demo-archive-forecast")
                .assetId(archive.id()));
    // A forecast, no fault: the server works and is not red for it.
    tx.occurrences().insert(occurrence(disk, archive, forecast).fault(false).build());
  }

  private Occurrence.Builder occurrence(Task task, Asset asset, Instant raisedAt) {
    return Occurrence.builder()
        .id(tx.newId())
        .source("monitoring")
        .externalId(task.externalId().orElseThrow())
        .occurrence(raisedAt.toString())
        .clientId(place.client().id())
        .clientHint(place.client().code())
        .assetId(asset.id())
        .assetHint(asset.reference())
        .taskId(task.id())
        .title(task.title())
        .priority(task.priority())
        .raisedAt(raisedAt);
  }
}
