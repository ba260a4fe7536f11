package org.daybook.core.directory;

import java.util.Optional;
import org.daybook.api.access.Actor;
import org.daybook.api.access.Role;
import org.daybook.api.directory.StaffMember;
import org.daybook.api.error.ForbiddenException;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.error.RefusedException;
import org.daybook.api.store.AccountQuery;
import org.daybook.api.store.StaffQuery;
import org.daybook.api.store.Transaction;

/** The rules of staff. */
final class StaffEntry {
  private static final int DEPARTMENT = 100;
  private static final int DAY = 24 * 60;

  private StaffEntry() {}

  static StaffMember add(Transaction tx, StaffMember draft, Actor actor) {
    requireMayHandle(actor, draft);
    StaffMember checked = checked(tx, draft.toBuilder().id(tx.newId()).build(), Optional.empty());
    return tx.staff().insert(checked);
  }

  static StaffMember change(Transaction tx, StaffMember changed, Actor actor) {
    StaffMember before =
        tx.staff()
            .find(changed.id())
            .orElseThrow(() -> new NotFoundException("staff", changed.id()));
    requireMayHandle(actor, before);
    requireMayHandle(actor, changed);
    StaffMember checked = checked(tx, changed, Optional.of(before));
    if (isActiveAdministrator(before) && !isActiveAdministrator(checked)) {
      requireAnotherAdministrator(tx);
    }
    if (before.active() != checked.active() || before.role() != checked.role()) {
      endSessions(tx, checked.id());
    }
    return tx.staff().update(checked);
  }

  /** They hold on to the version of the account, whatever the change of it. */
  private static void endSessions(Transaction tx, String staffId) {
    tx.accounts()
        .first(AccountQuery.builder().staffId(staffId).build())
        .ifPresent(tx.accounts()::update);
  }

  private static StaffMember checked(
      Transaction tx, StaffMember member, Optional<StaffMember> before) {
    Fields fields = new Fields();
    StaffMember tidy =
        member.toBuilder()
            .name(fields.text("name", member.name(), Fields.NAME))
            .email(fields.email("email", member.email()))
            .phone(fields.text("phone", member.phone(), Fields.PHONE))
            .department(fields.text("department", member.department(), DEPARTMENT))
            .build();
    fields.require(
        member.managerId().filter(member.id()::equals).isEmpty(),
        "managerId",
        "must be somebody else");
    fields.require(
        member.dayMinutes().filter(minutes -> minutes < 1 || minutes > DAY).isEmpty(),
        "dayMinutes",
        "must be 1 to " + DAY);
    new References(tx, fields)
        .staff(
            "managerId",
            member.managerId(),
            before.flatMap(StaffMember::managerId),
            Role.MANAGER,
            Role.ADMIN);
    fields.throwIfAny();
    return tidy;
  }

  /** Otherwise a manager could make an administrator, of themselves too. */
  private static void requireMayHandle(Actor actor, StaffMember member) {
    if (member.role() == Role.ADMIN && !actor.isAny(Role.ADMIN)) {
      throw new ForbiddenException("Only an administrator adds or changes administrators.");
    }
  }

  private static void requireAnotherAdministrator(Transaction tx) {
    StaffQuery administrators = StaffQuery.builder().addRoles(Role.ADMIN).active(true).build();
    if (tx.staff().count(administrators) < 2) {
      throw new RefusedException("The last administrator has to stay one.");
    }
  }

  private static boolean isActiveAdministrator(StaffMember member) {
    return member.active() && member.role() == Role.ADMIN;
  }
}
