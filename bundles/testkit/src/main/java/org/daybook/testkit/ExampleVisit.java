package org.daybook.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.daybook.api.access.Role;
import org.daybook.api.directory.AssetKind;
import org.daybook.api.directory.StaffMember;
import org.daybook.api.task.Priority;
import org.daybook.api.task.TaskState;
import org.daybook.api.visit.CheckState;
import org.daybook.api.visit.ClosedVisit;
import org.daybook.api.visit.ClosedVisit.CheckLine;
import org.daybook.api.visit.ClosedVisit.Device;
import org.daybook.api.visit.ClosedVisit.Disputed;
import org.daybook.api.visit.ClosedVisit.Emergency;
import org.daybook.api.visit.ClosedVisit.Person;
import org.daybook.api.visit.ClosedVisit.Reason;
import org.daybook.api.visit.ClosedVisit.RemoteShare;
import org.daybook.api.visit.ClosedVisit.VisitTask;
import org.daybook.api.visit.Verdict;
import org.daybook.api.visit.VisitKind;

/** Closed visits to look at, and a builder of others. */
public final class ExampleVisit {
  private static final Instant PREVIOUS = Examples.NOW.minus(Duration.ofDays(14));
  private static final Instant DEPARTED = Examples.NOW.plus(Duration.ofHours(6));

  private Locale language = Examples.RUSSIAN;
  private VisitKind kind = VisitKind.PLANNED;
  private Optional<Instant> previousVisitAt = Optional.of(PREVIOUS);
  private Optional<Instant> nextVisitAt = Optional.of(Examples.NOW.plus(Duration.ofDays(14)));
  private Optional<Person> manager = Optional.of(person(Role.MANAGER));
  private List<VisitTask> tasks = List.of();
  private List<Device> devices = List.of();
  private List<Disputed> disputes = List.of();
  private List<Emergency> emergencies = List.of();
  private RemoteShare remote = new RemoteShare(0, 0);
  private List<ClosedVisit.Gone> gone = List.of();
  private List<ClosedVisit.Photo> photos = List.of();

  private ExampleVisit() {}

  /** To begin with: no task, no equipment, nothing solved remotely. */
  public static ExampleVisit empty() {
    return new ExampleVisit();
  }

  /**
   * A usual day: 25 pieces of equipment, of which one is red by a check and one by monitoring;
   * tasks of every source, one of them carried over for the second time, one handed over, one
   * solved remotely.
   */
  public static ExampleVisit usual() {
    return empty().tasks(usualTasks()).devices(usualDevices()).remote(new RemoteShare(19, 20));
  }

  /** Nothing is in order, in every way that there is. */
  public static ExampleVisit allRed() {
    List<Device> red = new ArrayList<>();
    for (Device device : usualDevices()) {
      Reason.What what = Reason.What.values()[red.size() % Reason.What.values().length];
      red.add(
          ExampleDevice.of(device.kind(), device.label())
              .reference(device.reference())
              .reason(
                  new Reason(
                      what,
                      "Не включается",
                      Optional.empty(),
                      Optional.empty(),
                      Optional.empty(),
                      Optional.empty()))
              .build());
    }
    return empty().tasks(usualTasks()).devices(red);
  }

  /** As many workstations, each tenth of them red, and tasks in every state. */
  public static ExampleVisit large(int devices, int tasks) {
    List<Device> many = new ArrayList<>();
    for (int i = 1; i <= devices; i++) {
      ExampleDevice device =
          regulation(
              ExampleDevice.of(AssetKind.WORKSTATION, "Место-%03d".formatted(i))
                  .reference("ws-%03d".formatted(i)));
      many.add(i % 10 == 0 ? device.reason(antivirus()).build() : device.build());
    }
    List<VisitTask> work = new ArrayList<>();
    for (int i = 1; i <= tasks; i++) {
      TaskState state = TaskState.values()[i % TaskState.values().length];
      ExampleTask task = ExampleTask.of("task-" + i, "Задача номер " + i);
      work.add(
          (state.isFinal() && state != TaskState.CANCELLED
                  ? task.finished(state, "Сделано")
                  : task.unfinished(state, "Нет доступа в помещение"))
              .build());
    }
    return empty().devices(many).tasks(work).remote(new RemoteShare(3, 4));
  }

  /** A member of staff as the client may know them. */
  public static Person person(Role role) {
    StaffMember member = Examples.staff(role);
    return new Person(
        member.id(), member.name(), member.email(), member.phone(), member.department());
  }

  public ExampleVisit language(Locale value) {
    language = value;
    return this;
  }

  public ExampleVisit kind(VisitKind value) {
    kind = value;
    return this;
  }

  public ExampleVisit previousVisitAt(Optional<Instant> value) {
    previousVisitAt = value;
    return this;
  }

  public ExampleVisit nextVisitAt(Optional<Instant> value) {
    nextVisitAt = value;
    return this;
  }

  public ExampleVisit manager(Optional<Person> value) {
    manager = value;
    return this;
  }

  public ExampleVisit tasks(List<VisitTask> value) {
    tasks = List.copyOf(value);
    return this;
  }

  public ExampleVisit devices(List<Device> value) {
    devices = List.copyOf(value);
    return this;
  }

  public ExampleVisit remote(RemoteShare value) {
    remote = value;
    return this;
  }

  public ExampleVisit disputes(List<Disputed> value) {
    disputes = List.copyOf(value);
    return this;
  }

  public ExampleVisit emergencies(List<Emergency> value) {
    emergencies = List.copyOf(value);
    return this;
  }

  public ExampleVisit gone(List<ClosedVisit.Gone> value) {
    gone = List.copyOf(value);
    return this;
  }

  public ExampleVisit photos(List<ClosedVisit.Photo> value) {
    photos = List.copyOf(value);
    return this;
  }

  public ClosedVisit build() {
    return new ClosedVisit(
        Examples.VISIT_ID,
        kind,
        new ClosedVisit.Customer(
            Examples.CLIENT_ID, "romashka", "ООО «Ромашка»", language, Examples.ZONE),
        new ClosedVisit.Place(Examples.SITE_ID, "Главный офис", "Луговая улица, 5"),
        person(Role.ENGINEER),
        manager,
        Examples.NOW,
        DEPARTED,
        previousVisitAt,
        nextVisitAt,
        tasks,
        devices,
        remote,
        disputes,
        emergencies,
        gone,
        photos);
  }

  private static List<VisitTask> usualTasks() {
    return List.of(
        ExampleTask.of("task-disk", "Диск D: заполнен на 95 %")
            .source("monitoring")
            .device("SRV-1C")
            .priority(Priority.URGENT)
            .unfinished(TaskState.HANDED_OVER, "Нужен новый диск, его подберёт другой отдел")
            .specialist(person(Role.SPECIALIST))
            .dueAt(Examples.NOW.plus(Duration.ofDays(2)))
            .occurrences(3)
            .faultOpen()
            .build(),
        ExampleTask.of("task-projector", "В переговорной мигает проектор")
            .source("client")
            .priority(Priority.HIGH)
            .finished(TaskState.DONE, "Заменён кабель, проектор работает")
            .minutes(15)
            .build(),
        ExampleTask.of("task-contracts", "Перенести папку «Договоры» на сервер")
            .priority(Priority.HIGH)
            .project("Замена сервера")
            .unfinished(TaskState.CARRIED_OVER, "Не освободилось место на сервере")
            .carriedOver(2, PREVIOUS.minus(Duration.ofDays(14)))
            .dueAt(Examples.NOW.plus(Duration.ofDays(14)))
            .createdAt(PREVIOUS.minus(Duration.ofDays(20)))
            .minutes(40)
            .build(),
        ExampleTask.of("task-printer", "Не печатает принтер в приёмной")
            .source("remote")
            .device("Принтер-1")
            .finished(TaskState.DONE, "Переустановлен драйвер")
            .build(),
        ExampleTask.of("task-password", "Забыли пароль от почты")
            .source("remote")
            .finished(TaskState.RESOLVED_REMOTELY, "Пароль сброшен по телефону")
            .finishedAt(Examples.NOW.minus(Duration.ofDays(2)))
            .minutes(5)
            .betweenVisits()
            .build(),
        ExampleTask.of("task-ping", "Нет связи с маршрутизатором")
            .source("monitoring")
            .device("Маршрутизатор")
            .finished(TaskState.SELF_RECOVERED, "Связь восстановилась")
            .finishedAt(Examples.NOW.minus(Duration.ofDays(5)))
            .minutes(0)
            .betweenVisits()
            .build(),
        ExampleTask.of("task-dust", "Очистить серверную от пыли")
            .source("routine")
            .priority(Priority.LOW)
            .finished(TaskState.DONE, "Очищено")
            .build());
  }

  private static List<Device> usualDevices() {
    List<Device> devices = new ArrayList<>();
    devices.add(
        regulation(ExampleDevice.of(AssetKind.WINDOWS_SERVER, "SRV-1C"))
            .reason(
                new Reason(
                    Reason.What.MONITORING,
                    "Диск D: заполнен на 95 %",
                    Optional.of("Подбирается новый диск"),
                    Optional.of(Examples.NOW.minus(Duration.ofDays(1))),
                    Optional.of("Глеб Кабельный"),
                    Optional.of(Examples.NOW.plus(Duration.ofDays(2)))))
            .build());
    devices.add(green(AssetKind.WINDOWS_SERVER, "SRV-DC"));
    devices.add(green(AssetKind.LINUX_SERVER, "SRV-WEB"));
    devices.add(
        regulation(ExampleDevice.of(AssetKind.WORKSTATION, "Бухгалтерия-1").reference("buh-1"))
            .check(
                new CheckLine(
                    "antivirus-scan",
                    "Проверка антивирусом",
                    true,
                    CheckState.PROBLEM,
                    Optional.of("Антивирусные базы не обновляются"),
                    Optional.of("Заказана новая лицензия"),
                    Optional.empty()))
            .reason(antivirus())
            .previous(Optional.of(Verdict.RED))
            .build());
    for (int i = 2; i <= 10; i++) {
      devices.add(
          regulation(
                  ExampleDevice.of(AssetKind.WORKSTATION, "Бухгалтерия-" + i).reference("buh-" + i))
              .previous(i == 2 ? Optional.of(Verdict.RED) : Optional.of(Verdict.GREEN))
              .build());
    }
    for (int i = 1; i <= 8; i++) {
      devices.add(
          regulation(ExampleDevice.of(AssetKind.WORKSTATION, "Склад-" + i).reference("sklad-" + i))
              .previous(i == 8 ? Optional.empty() : Optional.of(Verdict.GREEN))
              .build());
    }
    devices.add(green(AssetKind.PRINTER, "Принтер-1"));
    devices.add(green(AssetKind.PRINTER, "Принтер-2"));
    devices.add(green(AssetKind.NETWORK_DEVICE, "Коммутатор"));
    devices.add(green(AssetKind.NETWORK_DEVICE, "Маршрутизатор"));
    return devices;
  }

  private static Device green(AssetKind kind, String label) {
    return regulation(ExampleDevice.of(kind, label)).build();
  }

  private static ExampleDevice regulation(ExampleDevice device) {
    return device
        .ok("os-updates", "Обновления операционной системы")
        .ok("os-cleanup", "Очистка временных файлов");
  }

  private static Reason antivirus() {
    return new Reason(
        Reason.What.PROBLEM,
        "Антивирусные базы не обновляются",
        Optional.of("Заказана новая лицензия"),
        Optional.of(Examples.NOW),
        Optional.of("Пётр Одуванчиков"),
        Optional.of(Examples.NOW.plus(Duration.ofDays(7))));
  }
}
