package org.daybook.web.rest.view;

import org.daybook.api.access.Account;
import org.daybook.api.access.Role;
import org.daybook.api.directory.NoticeMail;
import org.daybook.api.directory.StaffMember;
import org.daybook.api.store.AccountQuery;

/** A member of staff with their login. */
public record StaffView(
    String id,
    String name,
    Role role,
    String email,
    String phone,
    String department,
    String manager,
    String managerName,
    NoticeMail noticeMail,
    Integer dayMinutes,
    boolean active,
    String login,
    long version)
    implements Versioned {
  public static StaffView of(StaffMember member, Names names) {
    String login =
        names
            .transaction()
            .accounts()
            .first(AccountQuery.builder().staffId(member.id()).build())
            .map(Account::login)
            .orElse(null);
    return new StaffView(
        member.id(),
        member.name(),
        member.role(),
        member.email().orElse(null),
        member.phone().orElse(null),
        member.department().orElse(null),
        member.managerId().orElse(null),
        names.staff(member.managerId()),
        member.noticeMail(),
        member.dayMinutes().orElse(null),
        member.active(),
        login,
        member.version());
  }
}
