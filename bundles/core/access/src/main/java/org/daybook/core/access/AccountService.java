package org.daybook.core.access;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.daybook.api.access.AccessToken;
import org.daybook.api.access.Account;
import org.daybook.api.access.Accounts;
import org.daybook.api.access.Actor;
import org.daybook.api.access.NewToken;
import org.daybook.api.access.Role;
import org.daybook.api.directory.StaffMember;
import org.daybook.api.error.ForbiddenException;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.store.AccountQuery;
import org.daybook.api.store.Store;
import org.daybook.api.store.TokenQuery;
import org.daybook.api.store.Transaction;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets people and machines in. */
@Component(service = {Accounts.class, AccountService.class})
public final class AccountService implements Accounts {
  private static final Logger LOG = LoggerFactory.getLogger(AccountService.class);

  private final Store store;
  private final Clock clock;
  private final Argon2Passwords passwords;
  private final RecentLogins recent;
  private final FailedLogins failed;
  private final FirstAdministrator first;
  private final TokenSecrets secrets = new TokenSecrets();

  /** What the password of an unknown login is compared with, so that it takes as long. */
  private final String nobodysHash;

  @Activate
  public AccountService(@Reference Store store, @Reference Clock clock, BundleContext context) {
    this(
        store,
        clock,
        Argon2Passwords.recommended(),
        environment(),
        Path.of(etc(context)),
        AccountService::aside);
  }

  AccountService(
      Store store,
      Clock clock,
      Argon2Passwords passwords,
      Optional<String> administratorPassword,
      Path etc,
      Executor background) {
    this.store = store;
    this.clock = clock;
    this.passwords = passwords;
    this.recent = new RecentLogins(clock);
    this.failed = new FailedLogins(clock);
    this.nobodysHash = passwords.hashOfNoPassword();
    this.first = new FirstAdministrator(store, passwords, secrets, administratorPassword, etc);
    background.execute(this::prepare);
  }

  /** Whoever needs an account meanwhile waits for the first one, or finds out what is wrong. */
  private void prepare() {
    try {
      first.makeIfNeeded();
    } catch (RuntimeException e) {
      LOG.error("Cannot make the first administrator", e);
    }
  }

  /** A password takes long to hash: the rest of the start goes on meanwhile. */
  private static void aside(Runnable work) {
    ExecutorService once =
        Executors.newSingleThreadExecutor(
            begun -> {
              Thread thread = Executors.defaultThreadFactory().newThread(begun);
              thread.setDaemon(true);
              thread.setName("daybook-first-administrator");
              return thread;
            });
    once.execute(work);
    once.shutdown();
  }

  @Override
  public Optional<Actor> authenticate(String login, String password) {
    return admit(login, password).map(Known::actor);
  }

  /** The same, with the account by which they were let in. */
  Optional<Known> admit(String login, String password) {
    first.makeIfNeeded();
    String kept = AccessRules.login(login);
    boolean possible = AccessRules.isLogin(kept) && !AccessRules.isTooLong(password);
    Optional<Known> found = possible ? store.read(tx -> find(tx, kept)) : Optional.empty();
    String hash = found.map(Known::account).map(Account::passwordHash).orElse(nobodysHash);
    // Strangers who fail must not lock out who was let in a short while ago.
    if (!recent.knows(password, hash) && failed.tooMany(limited(kept))) {
      return Optional.empty();
    }
    Optional<Known> admitted =
        fits(possible ? password : "", hash)
            ? found.filter(each -> each.account().enabled() && each.member().active())
            : Optional.empty();
    if (admitted.isEmpty()) {
      failed.add(limited(kept), found.isPresent());
    }
    return admitted;
  }

  @Override
  public Optional<AccessToken> authenticateToken(String secret) {
    String hash = TokenSecrets.hash(secret);
    Instant now = clock.instant();
    return store
        .read(tx -> tx.tokens().first(TokenQuery.builder().hash(hash).build()))
        .filter(token -> token.revokedAt().isEmpty())
        .filter(token -> token.expiresAt().filter(end -> !end.isAfter(now)).isEmpty());
  }

  @Override
  public Account addAccount(Actor actor, String staffId, String login, String password) {
    if (!actor.isAny(Role.ADMIN)) {
      throw new ForbiddenException("Only an administrator gives logins.");
    }
    String kept = AccessRules.login(login);
    AccessRules.requireAccount(kept, password);
    first.makeIfNeeded();
    String hash = passwords.hash(password);
    return store.inTransaction(
        actor,
        tx -> {
          if (tx.staff().find(staffId).filter(StaffMember::active).isEmpty()) {
            throw new InvalidInputException("staffId", "must be a member of staff who is active");
          }
          return tx.accounts()
              .insert(
                  Account.builder()
                      .id(tx.newId())
                      .login(kept)
                      .passwordHash(hash)
                      .staffId(staffId)
                      .build());
        });
  }

  @Override
  public Account changePassword(Actor actor, String login, String password) {
    String kept = AccessRules.login(login);
    requireMayChange(actor, kept);
    AccessRules.requirePassword(password);
    String hash = passwords.hash(password);
    return store.inTransaction(
        actor,
        tx -> {
          Account account =
              account(tx, kept).orElseThrow(() -> new NotFoundException("account", kept));
          return tx.accounts().update(account.toBuilder().passwordHash(hash).build());
        });
  }

  @Override
  public NewToken createToken(
      Actor actor, String name, Set<String> scopes, Optional<Instant> expiresAt) {
    requireMayHandleTokens(actor);
    AccessRules.requireToken(name, scopes, expiresAt, clock.instant());
    String secret = secrets.next();
    AccessToken token =
        store.inTransaction(
            actor,
            tx -> {
              scopes.forEach(scope -> CalendarScope.requireOwner(tx, scope));
              return tx.tokens()
                  .insert(
                      AccessToken.builder()
                          .id(tx.newId())
                          .name(name.strip())
                          .hash(TokenSecrets.hash(secret))
                          .scopes(scopes)
                          .createdAt(clock.instant())
                          .expiresAt(expiresAt)
                          .build());
            });
    return new NewToken(token, secret);
  }

  @Override
  public AccessToken revokeToken(Actor actor, String tokenId) {
    requireMayHandleTokens(actor);
    return store.inTransaction(
        actor,
        tx -> {
          AccessToken token =
              tx.tokens()
                  .findForUpdate(tokenId)
                  .orElseThrow(() -> new NotFoundException("token", tokenId));
          return token.revokedAt().isPresent()
              ? token
              : tx.tokens().update(token.toBuilder().revokedAt(clock.instant()).build());
        });
  }

  private boolean fits(String password, String hash) {
    if (recent.knows(password, hash)) {
      return true;
    }
    boolean fits = passwords.matches(password, hash);
    if (fits) {
      recent.remember(password, hash);
    }
    return fits;
  }

  /** What failures are counted by: nothing that is typed takes more memory than a login. */
  private static String limited(String login) {
    return AccessRules.isLogin(login) ? login : "";
  }

  /** People may change their own password; of others' they do not even learn whether they exist. */
  private void requireMayChange(Actor actor, String login) {
    boolean own =
        store
            .read(tx -> account(tx, login))
            .filter(account -> account.staffId().equals(actor.id()))
            .isPresent();
    if (!own && !actor.isAny(Role.ADMIN)) {
      throw new ForbiddenException("Only an administrator changes the password of somebody else.");
    }
  }

  private static void requireMayHandleTokens(Actor actor) {
    if (!actor.isAny(Role.ADMIN, Role.MANAGER)) {
      throw new ForbiddenException("Only managers and administrators handle tokens.");
    }
  }

  private static Optional<Known> find(Transaction tx, String login) {
    return account(tx, login)
        .flatMap(
            account ->
                tx.staff().find(account.staffId()).map(member -> new Known(account, member)));
  }

  private static Optional<Account> account(Transaction tx, String login) {
    return tx.accounts().first(AccountQuery.builder().login(login).build());
  }

  private static Optional<String> environment() {
    return Optional.ofNullable(System.getenv("DAYBOOK_ADMIN_PASSWORD"))
        .filter(password -> !password.isBlank());
  }

  private static String etc(BundleContext context) {
    String etc = context.getProperty("karaf.etc");
    return etc == null ? "etc" : etc;
  }

  /** An account and who it belongs to. */
  record Known(Account account, StaffMember member) {
    Actor actor() {
      return new Actor(member.id(), member.name(), member.role());
    }
  }
}
