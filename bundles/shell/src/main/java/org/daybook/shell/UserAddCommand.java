package org.daybook.shell;

import java.io.IOException;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.daybook.api.access.Account;
import org.daybook.api.access.Accounts;
import org.daybook.api.access.Role;
import org.daybook.api.directory.Directory;
import org.daybook.api.directory.StaffMember;
import org.daybook.api.store.Store;

/** {@code daybook:user-add}. */
@Service
@Command(
    scope = "daybook",
    name = "user-add",
    description = "Adds a member of staff with an account")
public final class UserAddCommand extends DaybookCommand {
  @Argument(name = "login", required = true, description = "What they log in with")
  String login;

  @Option(name = "--name", required = true, description = "What people call them")
  String name;

  @Option(
      name = "--role",
      required = true,
      description = "ADMIN, MANAGER, ENGINEER, SUPPORT or SPECIALIST")
  Role role;

  @Option(name = "--email", description = "Their mail address")
  String email;

  @Option(name = "--phone", description = "Their phone")
  String phone;

  @Option(name = "--department", description = "A specialist's department")
  String department;

  @Option(
      name = "--password-file",
      description = "A file with the password in its first line; asked for if not given")
  String passwordFile;

  @Override
  protected void run(Platform platform) throws IOException {
    StaffMember draft =
        StaffMember.builder()
            .id("")
            .name(name)
            .role(role)
            .email(Optional.ofNullable(email))
            .phone(Optional.ofNullable(phone))
            .department(Optional.ofNullable(department))
            .build();
    String password = Secrets.password(session, passwordFile);
    Account account = platform.with(Store.class, store -> add(platform, store, draft, password));
    out().println("Added " + account.login() + ", staff id " + account.staffId() + ".");
  }

  /** Both or neither: a bad password leaves no member of staff behind. */
  private Account add(Platform platform, Store store, StaffMember draft, String password) {
    return platform.with(
        Directory.class,
        directory ->
            platform.with(
                Accounts.class,
                accounts ->
                    store.inTransaction(
                        actor(),
                        tx -> {
                          StaffMember added = directory.addStaff(actor(), draft);
                          return accounts.addAccount(actor(), added.id(), login, password);
                        })));
  }
}
