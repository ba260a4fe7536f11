package org.daybook.shell;

import java.io.IOException;
import java.io.PrintStream;
import java.security.AccessController;
import java.security.Principal;
import java.util.Locale;
import java.util.Optional;
import javax.security.auth.Subject;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.daybook.api.access.Actor;
import org.daybook.api.access.Role;
import org.daybook.api.directory.StaffMember;
import org.daybook.api.error.DaybookException;
import org.daybook.api.error.UnavailableException;
import org.daybook.api.store.AccountQuery;
import org.daybook.api.store.Store;
import org.osgi.framework.BundleContext;

/** What all commands share: the platform, the session, and who types. */
public abstract class DaybookCommand implements Action {
  @Reference BundleContext bundleContext;

  @Reference Session session;

  /** Does the work; what it throws is shown to the operator, and the command has failed. */
  protected abstract void run(Platform platform) throws Exception;

  @Override
  public final Object execute() throws Exception {
    try {
      run(new Platform(bundleContext));
      return null;
    } catch (DaybookException | IOException e) {
      throw expected(e);
    }
  }

  /**
   * Karaf shows this one in the words it has, and logs it for those who debug only; anything else
   * is a fault of ours and goes to the log with its trace.
   */
  private static CommandException expected(Exception failure) {
    String why = printable(failure.getMessage());
    return new CommandException("Error executing command: " + why, why, failure);
  }

  protected final PrintStream out() {
    return session.getConsole();
  }

  /** Prints a line. */
  protected final void say(String line) {
    out().println(printable(line));
  }

  /** What foreign systems wrote must not command the terminal. */
  static String printable(String text) {
    return text.replaceAll("\\p{Cc}+", " ");
  }

  /**
   * The console's user; who reaches the console may do everything. Whoever logged in by an account
   * of Daybook is that member of staff here too, so that nobody judges their own case.
   */
  protected final Actor actor() {
    String name = loggedIn().orElseGet(this::sessionUser);
    return member(name.strip().toLowerCase(Locale.ROOT))
        .map(member -> new Actor(member.id(), member.name(), Role.ADMIN))
        .orElseGet(() -> new Actor("console:" + name, name, Role.ADMIN));
  }

  /**
   * As the login module says, which nobody who types can change. Karaf hands the subject on in a
   * way that Java will remove one day; there is no other.
   */
  @SuppressWarnings("removal")
  private static Optional<String> loggedIn() {
    return Optional.ofNullable(Subject.getSubject(AccessController.getContext()))
        .flatMap(subject -> subject.getPrincipals(UserPrincipal.class).stream().findFirst())
        .map(Principal::getName);
  }

  /** A variable of the shell, for where Karaf runs commands without a login: scripts at a start. */
  private String sessionUser() {
    Object user = session.get("USER");
    return user == null ? "console" : user.toString();
  }

  private Optional<StaffMember> member(String login) {
    try {
      return new Platform(bundleContext)
          .with(
              Store.class,
              store ->
                  store.read(
                      tx ->
                          tx.accounts()
                              .first(AccountQuery.builder().login(login).build())
                              .flatMap(account -> tx.staff().find(account.staffId()))));
    } catch (UnavailableException e) {
      return Optional.empty();
    }
  }
}
