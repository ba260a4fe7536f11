package org.daybook.shell.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.security.Principal;
import java.util.Map;
import java.util.Optional;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.FailedLoginException;
import org.daybook.api.access.Accounts;
import org.daybook.api.access.Actor;
import org.daybook.api.access.Role;
import org.junit.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

public class AdministratorLoginTest {
  private final Subject subject = new Subject();

  @Test
  public void administratorGetsTheConsolesRoles() throws Exception {
    AdministratorLogin login = login(Optional.of(Role.ADMIN), typing("admin", "secret"));

    assertThat(login.login()).isTrue();
    assertThat(login.commit()).isTrue();
    assertThat(subject.getPrincipals())
        .extracting(Principal::getName)
        .contains("admin", "ssh", "systembundles");

    login.logout();
    assertThat(subject.getPrincipals()).isEmpty();
  }

  @Test
  public void managerHasNoBusinessOnTheConsole() {
    AdministratorLogin login = login(Optional.of(Role.MANAGER), typing("manager", "secret"));

    assertThatThrownBy(login::login).isInstanceOf(FailedLoginException.class);
    assertThat(login.commit()).isFalse();
    assertThat(subject.getPrincipals()).isEmpty();
  }

  @Test
  public void wrongPasswordFails() {
    AdministratorLogin login = login(Optional.empty(), typing("admin", "wrong"));

    assertThatThrownBy(login::login).isInstanceOf(FailedLoginException.class);
  }

  @Test
  public void keyIsLeftToTheOtherModules() throws Exception {
    AdministratorLogin login =
        login(
            Optional.of(Role.ADMIN),
            asked -> {
              throw new UnsupportedCallbackException(asked[0]);
            });

    assertThat(login.login()).isFalse();
  }

  @Test
  public void missingAccountsLetNobodyIn() {
    AdministratorLogin login = new AdministratorLogin();
    login.initialize(
        subject,
        typing("admin", "secret"),
        Map.of(),
        Map.of(BundleContext.class.getName(), contextWith(null)));

    assertThatThrownBy(login::login).isInstanceOf(FailedLoginException.class);
  }

  private AdministratorLogin login(Optional<Role> role, CallbackHandler callbacks) {
    Accounts accounts =
        (Accounts)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Accounts.class},
                (proxy, method, arguments) ->
                    role.map(each -> new Actor("1", (String) arguments[0], each)));
    AdministratorLogin login = new AdministratorLogin();
    login.initialize(
        subject, callbacks, Map.of(), Map.of(BundleContext.class.getName(), contextWith(accounts)));
    return login;
  }

  /** A framework with at most one service. */
  private BundleContext contextWith(Accounts accounts) {
    ServiceReference<?> reference =
        (ServiceReference<?>)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ServiceReference.class},
                (proxy, method, arguments) -> null);
    return (BundleContext)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {BundleContext.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getServiceReference" -> accounts == null ? null : reference;
                  case "getService" -> accounts;
                  case "ungetService" -> true;
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private static CallbackHandler typing(String name, String password) {
    return asked -> {
      for (Callback each : asked) {
        if (each instanceof NameCallback wanted) {
          wanted.setName(name);
        } else if (each instanceof PasswordCallback wanted) {
          wanted.setPassword(password.toCharArray());
        }
      }
    };
  }
}
