package org.daybook.itests.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.daybook.api.access.Role;
import org.daybook.api.directory.AssetKind;
import org.daybook.api.task.Priority;
import org.daybook.api.task.TaskState;
import org.daybook.api.visit.ClosedVisit;
import org.daybook.api.visit.ClosedVisit.Device;
import org.daybook.api.visit.ClosedVisit.Reason;
import org.daybook.api.visit.ClosedVisit.RemoteShare;
import org.daybook.api.visit.ClosedVisit.VisitTask;
import org.daybook.testkit.ExampleDevice;
import org.daybook.testkit.ExampleTask;
import org.daybook.testkit.ExampleVisit;
import org.daybook.testkit.Examples;

/** A closed visit with 100 devices, each tenth of them red, and 40 tasks of every source. */
final class LargeVisit {
  private static final int DEVICES = 100;
  private static final int TASKS = 40;

  private static final List<String> SOURCES =
      List.of("managers", "client", "monitoring", "remote", "routine");

  private static final List<String> CHECKS =
      List.of(
          "Обновления операционной системы",
          "Очистка временных файлов",
          "Проверка антивирусом",
          "Журналы системных ошибок",
          "Свободное место на дисках",
          "Состояние резервных копий",
          "Чистка от пыли",
          "Проверка источника питания");

  private LargeVisit() {}

  static ClosedVisit build() {
    List<Device> devices = new ArrayList<>();
    for (int i = 1; i <= DEVICES; i++) {
      devices.add(device(i));
    }
    List<VisitTask> tasks = new ArrayList<>();
    for (int i = 1; i <= TASKS; i++) {
      tasks.add(task(i));
    }
    return ExampleVisit.empty()
        .devices(devices)
        .tasks(tasks)
        .remote(new RemoteShare(57, 60))
        .build();
  }

  private static Device device(int number) {
    ExampleDevice device =
        ExampleDevice.of(kind(number), "Место-%03d".formatted(number))
            .reference("ws-%03d".formatted(number));
    for (int i = 0; i < CHECKS.size(); i++) {
      device.ok("check-" + i, CHECKS.get(i));
    }
    return number % 10 == 0 ? device.reason(antivirus()).build() : device.build();
  }

  private static AssetKind kind(int number) {
    if (number <= 5) {
      return number % 2 == 0 ? AssetKind.LINUX_SERVER : AssetKind.WINDOWS_SERVER;
    }
    if (number > 90) {
      return number % 2 == 0 ? AssetKind.PRINTER : AssetKind.NETWORK_DEVICE;
    }
    return AssetKind.WORKSTATION;
  }

  private static Reason antivirus() {
    return new Reason(
        Reason.What.PROBLEM,
        "Антивирусные базы не обновляются",
        Optional.of("Заказана новая лицензия"),
        Optional.of(Examples.NOW.minus(Duration.ofDays(1))),
        Optional.of("Пётр Одуванчиков"),
        Optional.of(Examples.NOW.plus(Duration.ofDays(7))));
  }

  private static VisitTask task(int number) {
    ExampleTask task =
        ExampleTask.of("task-" + number, "Перенести общую папку отдела %d".formatted(number))
            .description("Старый диск заканчивается, на новом сервере место есть.")
            .source(SOURCES.get(number % SOURCES.size()))
            .priority(Priority.values()[number % Priority.values().length])
            .minutes(10 + number);
    if (number % 4 == 0) {
      task.project("Замена сервера");
    }
    if (number % 3 == 0) {
      task.device("Место-%03d".formatted(number));
    }
    return switch (number % 8) {
      case 1 ->
          task.unfinished(TaskState.CARRIED_OVER, "Не освободилось место на сервере")
              .carriedOver(2, Examples.NOW.minus(Duration.ofDays(28)))
              .dueAt(Examples.NOW.plus(Duration.ofDays(14)))
              .build();
      case 3 ->
          task.unfinished(TaskState.HANDED_OVER, "Нужен новый диск, его подберёт другой отдел")
              .specialist(ExampleVisit.person(Role.SPECIALIST))
              .dueAt(Examples.NOW.plus(Duration.ofDays(2)))
              .build();
      case 5 ->
          task.finished(TaskState.RESOLVED_REMOTELY, "Настроено по телефону")
              .finishedAt(Examples.NOW.minus(Duration.ofDays(2)))
              .betweenVisits()
              .build();
      default -> task.finished(TaskState.DONE, "Папка перенесена, права проверены").build();
    };
  }
}
