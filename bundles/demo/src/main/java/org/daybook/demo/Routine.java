package org.daybook.demo;

import java.util.List;
import org.daybook.api.directory.AssetKind;

/** What the history says was done at every visit; ids and titles as in the regulations. */
final class Routine {

  /** One item. */
  record Item(String id, String ru, String en) {

    String title(boolean english) {
      return english ? en : ru;
    }
  }

  private static final Item OS_UPDATES =
      new Item("os-updates", "Установка обновлений", "Install updates");
  private static final Item ANTIVIRUS =
      new Item(
          "antivirus-scan",
          "Обновление антивирусных баз и проверка на вирусы",
          "Update the antivirus and scan for malware");
  private static final Item OS_ERRORS =
      new Item(
          "os-errors",
          "Разбор и устранение ошибок в журналах",
          "Review the event logs and clear errors");
  private static final Item BACKUP =
      new Item(
          "backup-result",
          "Проверка результатов резервного копирования",
          "Check the results of the backups");
  private static final Item DISK_SPACE =
      new Item(
          "disk-space",
          "Проверка свободного места и очистка дисков",
          "Check free space and clean up the disks");

  private Routine() {}

  static List<Item> of(AssetKind kind) {
    return switch (kind) {
      case WINDOWS_SERVER -> List.of(BACKUP, OS_UPDATES, ANTIVIRUS, OS_ERRORS, DISK_SPACE);
      case LINUX_SERVER -> List.of(BACKUP, OS_UPDATES, OS_ERRORS, DISK_SPACE);
      case WORKSTATION ->
          List.of(
              OS_UPDATES,
              ANTIVIRUS,
              OS_ERRORS,
              new Item(
                  "os-cleanup",
                  "Очистка временных файлов и кэша",
                  "Clean up temporary files and caches"),
              new Item(
                  "disk-health",
                  "Проверка диска (SMART) и свободного места",
                  "Check the disk (SMART) and its free space"));
      case PRINTER ->
          List.of(
              new Item(
                  "test-page",
                  "Печать пробной страницы и проверка качества",
                  "Print a test page and check its quality"),
              new Item(
                  "supplies",
                  "Проверка остатка тонера и расходных материалов",
                  "Check toner and other supplies"));
      case NETWORK_DEVICE ->
          List.of(
              new Item(
                  "availability",
                  "Проверка доступности и потерь в сети",
                  "Check availability and packet loss"),
              new Item(
                  "event-log",
                  "Разбор журнала событий и ошибок на портах",
                  "Review the event log and the errors on ports"));
      case OTHER -> List.of();
    };
  }
}
