package org.daybook.shell.login;

import java.io.IOException;
import java.security.Principal;
import java.util.Map;
import java.util.Set;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import javax.security.auth.spi.LoginModule;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;
import org.daybook.api.access.Accounts;
import org.daybook.api.access.Actor;
import org.daybook.api.access.Role;
import org.daybook.api.error.UnavailableException;
import org.daybook.shell.Platform;
import org.osgi.framework.BundleContext;

/** A JAAS login module that lets in who has the role {@link Role#ADMIN} in Daybook. */
public final class AdministratorLogin implements LoginModule {
  /** What Karaf asks of who may do everything on its console and over JMX. */
  private static final Set<Principal> PRINCIPALS =
      Set.of(
          new RolePrincipal("admin"),
          new RolePrincipal("manager"),
          new RolePrincipal("viewer"),
          new RolePrincipal("systembundles"),
          new RolePrincipal("ssh"));

  private Subject subject;
  private CallbackHandler callbacks;
  private Platform platform;
  private Principal user;

  @Override
  public void initialize(
      Subject subject,
      CallbackHandler callbacks,
      Map<String, ?> sharedState,
      Map<String, ?> options) {
    this.subject = subject;
    this.callbacks = callbacks;
    this.platform = new Platform((BundleContext) options.get(BundleContext.class.getName()));
  }

  @Override
  public boolean login() throws LoginException {
    NameCallback name = new NameCallback("User: ");
    PasswordCallback password = new PasswordCallback("Password: ", false);
    try {
      callbacks.handle(new Callback[] {name, password});
    } catch (IOException | UnsupportedCallbackException e) {
      // Somebody comes with a key instead of a password: for another module.
      return false;
    }
    if (name.getName() == null || password.getPassword() == null) {
      return false;
    }
    String typed = new String(password.getPassword());
    password.clearPassword();
    if (!isAdministrator(name.getName(), typed)) {
      throw new FailedLoginException("No administrator of Daybook has this name and password.");
    }
    user = new UserPrincipal(name.getName());
    return true;
  }

  private boolean isAdministrator(String login, String password) {
    try {
      return platform
          .with(Accounts.class, accounts -> accounts.authenticate(login, password))
          .map(Actor::role)
          .filter(Role.ADMIN::equals)
          .isPresent();
    } catch (UnavailableException e) {
      // Without storage the local account is what an operator mends things with.
      return false;
    }
  }

  @Override
  public boolean commit() {
    if (user == null) {
      return false;
    }
    subject.getPrincipals().add(user);
    subject.getPrincipals().addAll(PRINCIPALS);
    return true;
  }

  @Override
  public boolean abort() {
    boolean loggedIn = user != null;
    user = null;
    return loggedIn;
  }

  @Override
  public boolean logout() {
    subject.getPrincipals().remove(user);
    subject.getPrincipals().removeAll(PRINCIPALS);
    user = null;
    return true;
  }
}
