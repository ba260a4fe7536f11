package org.daybook.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.daybook.api.access.AccessToken;
import org.daybook.api.access.Account;
import org.daybook.api.access.Actor;
import org.daybook.api.access.NewToken;
import org.daybook.api.access.Role;
import org.daybook.api.error.ForbiddenException;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.error.RefusedException;
import org.daybook.api.store.AccountQuery;
import org.daybook.api.store.AuditEntry;
import org.daybook.api.store.AuditQuery;
import org.daybook.api.store.PageRequest;
import org.daybook.api.store.Store;
import org.daybook.api.store.Transaction;
import org.daybook.testkit.Examples;
import org.daybook.testkit.InMemoryStore;
import org.daybook.testkit.SettableClock;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class AccountServiceTest {
  private static final String PASSWORD = "очень длинный пароль";
  private static final String OTHER_PASSWORD = "another long password";

  @Rule public final TemporaryFolder etc = new TemporaryFolder();

  private final SettableClock clock = new SettableClock();
  private final InMemoryStore store = new InMemoryStore(clock);
  private AccountService accounts;

  @Before
  public void fillStore() {
    store.prepare(Examples::directory);
    accounts =
        new AccountService(
            store,
            clock,
            new Argon2Passwords(64, 1, 1),
            Optional.of("administrator's password"),
            etc.getRoot().toPath(),
            Runnable::run);
    accounts.addAccount(Examples.ADMIN, Examples.ENGINEER_ID, "petr", PASSWORD);
  }

  // Passwords

  @Test
  public void theRightPasswordLetsIn() {
    assertThat(accounts.authenticate("petr", PASSWORD)).contains(Examples.ENGINEER);
    assertThat(accounts.authenticate("petr", PASSWORD)).contains(Examples.ENGINEER);
    assertThat(accounts.authenticate(" Petr ", PASSWORD)).contains(Examples.ENGINEER);
  }

  @Test
  public void anythingElseDoesNot() {
    assertThat(accounts.authenticate("petr", PASSWORD + "!")).isEmpty();
    assertThat(accounts.authenticate("petr", "")).isEmpty();
    assertThat(accounts.authenticate("petr", "x".repeat(100_000))).isEmpty();
    assertThat(accounts.authenticate("nobody", PASSWORD)).isEmpty();
    assertThat(accounts.authenticate("", "")).isEmpty();
    assertThat(accounts.authenticate("petr\u0000\r\n", PASSWORD)).isEmpty();
  }

  @Test
  public void whatCannotBeALoginIsNotLookedFor() {
    // PostgreSQL refuses a text with this character, and so would the whole request be
    AccountService asking = accountsThatMustNotRead();
    assertThat(asking.authenticate("petr\u0000", PASSWORD)).isEmpty();
    assertThat(asking.authenticate("p".repeat(65), PASSWORD)).isEmpty();
  }

  @Test
  public void afterTooManyWrongPasswordsNotEvenTheRightOneLetsIn() {
    for (int i = 0; i < FailedLogins.PER_LOGIN; i++) {
      assertThat(accounts.authenticate(" Petr", "wrong password " + i)).isEmpty();
    }
    assertThat(accounts.authenticate("petr", PASSWORD)).isEmpty();
    clock.advance(FailedLogins.WINDOW);
    assertThat(accounts.authenticate("petr", PASSWORD)).contains(Examples.ENGINEER);
  }

  @Test
  public void strangersDoNotLockOutWhoWasLetInBefore() {
    assertThat(accounts.authenticate("petr", PASSWORD)).isPresent();
    for (int i = 0; i <= FailedLogins.PER_LOGIN; i++) {
      assertThat(accounts.authenticate("petr", "wrong password " + i)).isEmpty();
    }
    assertThat(accounts.authenticate("petr", PASSWORD)).isPresent();
  }

  @Test
  public void aPasswordFitsHoweverItsLettersAreComposed() {
    accounts.addAccount(Examples.ADMIN, Examples.MANAGER_ID, "olga", "Ёлка и \u0439од 123");
    assertThat(accounts.authenticate("olga", "Е\u0308лка и \u0438\u0306од 123")).isPresent();
  }

  @Test
  public void whoIsDisabledOrHasLeftDoesNotComeIn() {
    assertThat(accounts.authenticate("petr", PASSWORD)).isPresent();
    store.prepare(
        tx -> {
          var member = tx.staff().find(Examples.ENGINEER_ID).orElseThrow();
          tx.staff().update(member.toBuilder().active(false).build());
        });
    assertThat(accounts.authenticate("petr", PASSWORD)).isEmpty();
    store.prepare(
        tx -> {
          var member = tx.staff().find(Examples.ENGINEER_ID).orElseThrow();
          tx.staff().update(member.toBuilder().active(true).build());
          var account = account();
          tx.accounts().update(account.toBuilder().enabled(false).build());
        });
    assertThat(accounts.authenticate("petr", PASSWORD)).isEmpty();
  }

  @Test
  public void anotherRoleCountsAtOnce() {
    assertThat(accounts.authenticate("petr", PASSWORD)).isPresent();
    store.prepare(
        tx -> {
          var member = tx.staff().find(Examples.ENGINEER_ID).orElseThrow();
          tx.staff().update(member.toBuilder().role(Role.MANAGER).build());
        });
    assertThat(accounts.authenticate("petr", PASSWORD).orElseThrow().role())
        .isEqualTo(Role.MANAGER);
  }

  @Test
  public void theOldPasswordIsUselessAfterAChange() {
    assertThat(accounts.authenticate("petr", PASSWORD)).isPresent();
    accounts.changePassword(Examples.ENGINEER, "petr", OTHER_PASSWORD);
    assertThat(accounts.authenticate("petr", PASSWORD)).isEmpty();
    assertThat(accounts.authenticate("petr", OTHER_PASSWORD)).contains(Examples.ENGINEER);
  }

  @Test
  public void onlyAdministratorsChangeThePasswordsOfOthers() {
    assertThatThrownBy(() -> accounts.changePassword(Examples.MANAGER, "petr", OTHER_PASSWORD))
        .isInstanceOf(ForbiddenException.class);
    assertThatThrownBy(() -> accounts.changePassword(Examples.MANAGER, "nobody", OTHER_PASSWORD))
        .isInstanceOf(ForbiddenException.class);
    assertThatThrownBy(() -> accounts.changePassword(Examples.ADMIN, "nobody", OTHER_PASSWORD))
        .isInstanceOf(NotFoundException.class);
    accounts.changePassword(Examples.ADMIN, "petr", OTHER_PASSWORD);
    assertThat(accounts.authenticate("petr", OTHER_PASSWORD)).isPresent();
  }

  // Accounts

  @Test
  public void onlyAdministratorsGiveLogins() {
    for (Actor actor :
        List.of(Examples.MANAGER, Examples.ENGINEER, Examples.SUPPORT, Examples.SPECIALIST)) {
      assertThatThrownBy(
              () -> accounts.addAccount(actor, Examples.SUPPORT_ID, "inna", OTHER_PASSWORD))
          .isInstanceOf(ForbiddenException.class);
    }
  }

  @Test
  public void aLoginIsKeptInLowerCaseAndGivenOnce() {
    Account account =
        accounts.addAccount(Examples.ADMIN, Examples.SUPPORT_ID, "Inna.T", OTHER_PASSWORD);
    assertThat(account.login()).isEqualTo("inna.t");
    assertThatThrownBy(
            () ->
                accounts.addAccount(
                    Examples.ADMIN, Examples.SPECIALIST_ID, "INNA.t", OTHER_PASSWORD))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  public void badLoginsAndPasswordsAreNamed() {
    invalid(() -> add(Examples.SUPPORT_ID, "", OTHER_PASSWORD), "login");
    invalid(() -> add(Examples.SUPPORT_ID, "инна", OTHER_PASSWORD), "login");
    invalid(() -> add(Examples.SUPPORT_ID, "a b", OTHER_PASSWORD), "login");
    invalid(() -> add(Examples.SUPPORT_ID, "a:b", OTHER_PASSWORD), "login");
    invalid(() -> add(Examples.SUPPORT_ID, "x".repeat(65), OTHER_PASSWORD), "login");
    invalid(() -> add(Examples.SUPPORT_ID, "inna", "elevenchars"), "password");
    invalid(() -> add(Examples.SUPPORT_ID, "inna", "x".repeat(257)), "password");
    invalid(() -> add("nobody", "inna", OTHER_PASSWORD), "staffId");
    invalid(() -> accounts.changePassword(Examples.ENGINEER, "petr", "short"), "password");
  }

  @Test
  public void neitherStoreNorAuditTrailHoldsAPassword() {
    List<AuditEntry> trail =
        store.read(
            tx ->
                tx.audit(
                        AuditQuery.builder().kind("account").build(),
                        new PageRequest(100, Optional.empty(), false))
                    .items());
    assertThat(account().passwordHash()).startsWith("$argon2id$").doesNotContain(PASSWORD);
    assertThat(trail).hasSize(2).noneMatch(entry -> entry.change().contains("argon2"));
  }

  // Tokens

  @Test
  public void aTokenOpensUntilItIsRevoked() {
    NewToken made =
        accounts.createToken(
            Examples.MANAGER, "monitoring", Set.of("hook:alertmanager"), Optional.empty());
    assertThat(made.secret()).hasSize(43);
    assertThat(accounts.authenticateToken(made.secret())).contains(made.token());
    assertThat(accounts.authenticateToken(made.secret() + "x")).isEmpty();
    assertThat(accounts.authenticateToken("")).isEmpty();
    assertThat(accounts.authenticateToken(made.token().hash())).isEmpty();
    AccessToken revoked = accounts.revokeToken(Examples.ADMIN, made.token().id());
    assertThat(revoked.revokedAt()).contains(Examples.NOW);
    assertThat(accounts.authenticateToken(made.secret())).isEmpty();
  }

  @Test
  public void revokingTwiceIsHarmless() {
    NewToken made =
        accounts.createToken(Examples.ADMIN, "metrics", Set.of("metrics"), Optional.empty());
    AccessToken revoked = accounts.revokeToken(Examples.ADMIN, made.token().id());
    clock.advance(Duration.ofDays(1));
    assertThat(accounts.revokeToken(Examples.ADMIN, made.token().id())).isEqualTo(revoked);
    assertThatThrownBy(() -> accounts.revokeToken(Examples.ADMIN, "none"))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  public void aTokenEndsWhenItExpires() {
    Instant end = Examples.NOW.plusSeconds(60);
    NewToken made =
        accounts.createToken(Examples.ADMIN, "short", Set.of("hook:*"), Optional.of(end));
    clock.set(end.minusMillis(1));
    assertThat(accounts.authenticateToken(made.secret())).isPresent();
    clock.set(end);
    assertThat(accounts.authenticateToken(made.secret())).isEmpty();
  }

  @Test
  public void onlyManagersAndAdministratorsHandleTokens() {
    NewToken made =
        accounts.createToken(Examples.ADMIN, "metrics", Set.of("metrics"), Optional.empty());
    for (Actor actor : List.of(Examples.ENGINEER, Examples.SUPPORT, Examples.SPECIALIST)) {
      assertThatThrownBy(
              () -> accounts.createToken(actor, "mine", Set.of("metrics"), Optional.empty()))
          .isInstanceOf(ForbiddenException.class);
      assertThatThrownBy(() -> accounts.revokeToken(actor, made.token().id()))
          .isInstanceOf(ForbiddenException.class);
    }
  }

  @Test
  public void aTokenOpensTheCalendarOfAMemberOfStaffOrAContact() {
    String staff = "calendar:staff:" + Examples.ENGINEER_ID;
    String contact = "calendar:contact:" + Examples.CONTACT_ID;
    NewToken made =
        accounts.createToken(Examples.ADMIN, "both", Set.of(staff, contact), Optional.empty());
    assertThat(accounts.authenticateToken(made.secret()).orElseThrow().scopes())
        .containsExactlyInAnyOrder(staff, contact);
  }

  @Test
  public void badTokensAreNamed() {
    invalid(() -> token(" ", Set.of("metrics"), Optional.empty()), "name");
    invalid(() -> token("name", Set.of(), Optional.empty()), "scopes");
    invalid(() -> token("name", Set.of("metrics", "hook:"), Optional.empty()), "scopes");
    invalid(() -> token("name", Set.of("admin"), Optional.empty()), "scopes");
    invalid(() -> token("name", Set.of("hook:A B"), Optional.empty()), "scopes");
    for (String scope :
        List.of(
            "calendar:staff:nobody",
            "calendar:contact:nobody",
            "calendar:staff:",
            "calendar:contact:a/b",
            "calendar:client:" + Examples.CLIENT_ID)) {
      invalid(() -> token("name", Set.of(scope), Optional.empty()), "scopes");
    }
    invalid(() -> token("name", Set.of("metrics"), Optional.of(Examples.NOW)), "expiresAt");
  }

  @Test
  public void aNameThatATokenLacksIsToldFromOneThatIsTooLong() {
    Set<String> scopes = Set.of("metrics");
    for (String blank : List.of("", " ")) {
      assertThatThrownBy(() -> token(blank, scopes, Optional.empty()))
          .isInstanceOf(InvalidInputException.class)
          .hasMessage("name: is required");
    }
    assertThatThrownBy(() -> token("x".repeat(101), scopes, Optional.empty()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("name: must have at most 100 characters");
    token("x".repeat(100), scopes, Optional.empty());
  }

  private AccountService accountsThatMustNotRead() {
    AtomicBoolean ready = new AtomicBoolean();
    Store watched =
        new Store() {
          @Override
          public <T> T inTransaction(Actor actor, Function<Transaction, T> work) {
            return store.inTransaction(actor, work);
          }

          @Override
          public <T> T read(Function<Transaction, T> work) {
            assertThat(ready).isFalse();
            return store.read(work);
          }
        };
    AccountService watching =
        new AccountService(
            watched,
            clock,
            new Argon2Passwords(64, 1, 1),
            Optional.empty(),
            etc.getRoot().toPath(),
            Runnable::run);
    ready.set(true);
    return watching;
  }

  private void add(String staffId, String login, String password) {
    accounts.addAccount(Examples.ADMIN, staffId, login, password);
  }

  private void token(String name, Set<String> scopes, Optional<Instant> expiresAt) {
    accounts.createToken(Examples.ADMIN, name, scopes, expiresAt);
  }

  private Account account() {
    return store.read(
        tx ->
            tx.accounts()
                .first(AccountQuery.builder().staffId(Examples.ENGINEER_ID).build())
                .orElseThrow());
  }

  private static void invalid(Runnable call, String field) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            e -> assertThat(e.errors()).extracting("field").containsExactly(field));
  }
}
