package org.daybook.demo;

import java.util.List;
import java.util.Optional;
import org.daybook.api.access.Role;
import org.daybook.api.directory.StaffMember;
import org.daybook.api.store.Transaction;

/** The people of the outsourcing company. */
final class Company {

  final StaffMember manager;
  final StaffMember secondManager;
  final List<StaffMember> engineers;
  final StaffMember support;

  /** The first one, with the login {@code specialist}. */
  final StaffMember accountingSpecialist;

  final StaffMember networkSpecialist;

  private final Transaction tx;

  Company(Transaction tx, Logins logins) {
    this.tx = tx;
    manager = member("Марина Вересова", Role.MANAGER, "veresova", Optional.empty(), "01");
    secondManager = member("Аркадий Полынин", Role.MANAGER, "polynin", Optional.empty(), "02");
    engineers =
        List.of(
            engineer("Илья Подорожников", "podorozhnikov", manager, "11"),
            engineer("Савва Лопухов", "lopuhov", manager, "12"),
            engineer("Нина Осокина", "osokina", secondManager, "13"),
            engineer("Тихон Клеверов", "kleverov", secondManager, "14"));
    support = member("Вера Мятлева", Role.SUPPORT, "mytleva", Optional.empty(), "21");
    accountingSpecialist = specialist("Лидия Чабрецова", "chabretsova", "1С", "31");
    networkSpecialist = specialist("Глеб Камышов", "kamyshov", "сети", "32");
    logins.give(tx, manager.id(), "manager");
    logins.give(tx, engineer().id(), "engineer");
    logins.give(tx, support.id(), "support");
    logins.give(tx, accountingSpecialist.id(), "specialist");
  }

  /** The one with the login. */
  StaffMember engineer() {
    return engineers.get(0);
  }

  StaffMember managerOf(StaffMember engineer) {
    return engineer.managerId().filter(manager.id()::equals).isPresent() ? manager : secondManager;
  }

  private StaffMember engineer(String name, String mailbox, StaffMember boss, String extension) {
    return insert(draft(name, Role.ENGINEER, mailbox, extension).managerId(boss.id()));
  }

  private StaffMember specialist(String name, String mailbox, String department, String extension) {
    return insert(
        draft(name, Role.SPECIALIST, mailbox, extension)
            .department(department)
            .managerId(secondManager.id()));
  }

  private StaffMember member(
      String name, Role role, String mailbox, Optional<String> bossId, String extension) {
    return insert(draft(name, role, mailbox, extension).managerId(bossId));
  }

  private StaffMember.Builder draft(String name, Role role, String mailbox, String extension) {
    return StaffMember.builder()
        .id(tx.newId())
        .name(name)
        .role(role)
        .email(mailbox + "@service.example.com")
        .phone("+7 000 000-01-" + extension);
  }

  private StaffMember insert(StaffMember.Builder draft) {
    return tx.staff().insert(draft.build());
  }
}
