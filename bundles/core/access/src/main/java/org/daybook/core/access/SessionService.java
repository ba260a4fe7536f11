package org.daybook.core.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.daybook.api.access.Account;
import org.daybook.api.access.Actor;
import org.daybook.api.access.NewSession;
import org.daybook.api.access.Role;
import org.daybook.api.access.Session;
import org.daybook.api.access.Sessions;
import org.daybook.api.access.SignedIn;
import org.daybook.api.directory.StaffMember;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.store.SessionQuery;
import org.daybook.api.store.Store;
import org.daybook.api.store.Transaction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Keeps people logged in. A session is over when its time is, when somebody ends it, and when its
 * account is not what it was at the login; nothing of that is remembered here, so every node of a
 * cluster and every restart agree.
 */
@Component(service = Sessions.class, configurationPid = Config.PID)
public final class SessionService implements Sessions {
  /** How long the last use may be ago before it is written down again. */
  static final Duration SEEN_EVERY = Duration.ofMinutes(5);

  private static final Actor ACCESS = Actor.system("access");
  private static final int MAX_DEVICE = 100;

  private final Store store;
  private final Clock clock;
  private final AccountService accounts;
  private final Settings settings;
  private final TokenSecrets secrets = new TokenSecrets();

  @Activate
  public SessionService(
      @Reference Store store,
      @Reference Clock clock,
      @Reference AccountService accounts,
      Config config) {
    this(store, clock, accounts, Settings.of(config));
  }

  SessionService(Store store, Clock clock, AccountService accounts, Settings settings) {
    this.store = store;
    this.clock = clock;
    this.accounts = accounts;
    this.settings = settings;
  }

  @Override
  public Optional<NewSession> begin(String login, String password, boolean keep, String device) {
    return accounts.admit(login, password).map(known -> begin(known, keep, device));
  }

  private NewSession begin(AccountService.Known known, boolean keep, String device) {
    Instant now = clock.instant();
    String secret = secrets.next();
    Session session =
        store.inTransaction(
            known.actor(),
            tx ->
                tx.sessions()
                    .insert(
                        Session.builder()
                            .id(tx.newId())
                            .accountId(known.account().id())
                            .accountVersion(known.account().version())
                            .staffId(known.member().id())
                            .hash(TokenSecrets.hash(secret))
                            .device(shortened(device))
                            .kept(keep)
                            .createdAt(now)
                            .lastSeenAt(now)
                            .expiresAt(settings.of(keep).end(now, now))
                            .build()));
    return new NewSession(session, secret, signedIn(known.actor(), session, secret));
  }

  @Override
  public Optional<SignedIn> find(String secret) {
    Optional<Found> found = found(secret);
    found.map(Found::session).ifPresent(this::see);
    return found.map(each -> signedIn(each.actor(), each.session(), secret));
  }

  @Override
  public Optional<SignedIn> look(String secret) {
    return found(secret).map(each -> signedIn(each.actor(), each.session(), secret));
  }

  private Optional<Found> found(String secret) {
    return TokenSecrets.mayBe(secret) ? store.read(tx -> find(tx, secret)) : Optional.empty();
  }

  @Override
  public Optional<String> holderOf(String secret) {
    if (!TokenSecrets.mayBe(secret)) {
      return Optional.empty();
    }
    SessionQuery query = SessionQuery.builder().hash(TokenSecrets.hash(secret)).build();
    return store.read(tx -> tx.sessions().first(query)).map(Session::staffId);
  }

  @Override
  public void end(String secret) {
    found(secret).ifPresent(found -> revoke(found.actor(), found.session().id()));
  }

  @Override
  public List<Session> of(Actor actor) {
    SessionQuery own = SessionQuery.builder().staffId(actor.id()).revoked(false).build();
    return store.read(
        tx ->
            tx.sessions().all(own).stream()
                .filter(session -> memberOf(tx, session).isPresent())
                .toList());
  }

  @Override
  public void revoke(Actor actor, String sessionId) {
    store.inTransaction(
        actor,
        tx -> {
          Session session =
              tx.sessions()
                  .findForUpdate(sessionId)
                  .filter(each -> each.staffId().equals(actor.id()) || actor.isAny(Role.ADMIN))
                  .orElseThrow(() -> new NotFoundException("session", sessionId));
          return session.revokedAt().isPresent() ? session : tx.sessions().update(ended(session));
        });
  }

  /** It is over from now on, and thrown away when others of this moment are. */
  private Session ended(Session session) {
    Instant now = clock.instant();
    Instant end = session.expiresAt().isBefore(now) ? session.expiresAt() : now;
    return session.toBuilder().revokedAt(now).expiresAt(end).build();
  }

  /** Not at each request: that would be the busiest row of the database. */
  private void see(Session session) {
    Instant now = clock.instant();
    if (!session.lastSeenAt().plus(SEEN_EVERY).isAfter(now)) {
      Instant end = settings.of(session.kept()).end(session.createdAt(), now);
      store.inTransaction(
          ACCESS,
          tx -> {
            tx.seeSession(session.id(), now, end);
            return null;
          });
    }
  }

  private Optional<Found> find(Transaction tx, String secret) {
    SessionQuery query = SessionQuery.builder().hash(TokenSecrets.hash(secret)).build();
    return tx.sessions()
        .first(query)
        .flatMap(session -> memberOf(tx, session).map(member -> new Found(session, member)));
  }

  /** Whose session it is, or empty if it is over. */
  private Optional<StaffMember> memberOf(Transaction tx, Session session) {
    if (session.revokedAt().isPresent() || !session.expiresAt().isAfter(clock.instant())) {
      return Optional.empty();
    }
    return tx.accounts()
        .find(session.accountId())
        .filter(Account::enabled)
        .filter(account -> account.version() == session.accountVersion())
        .flatMap(account -> tx.staff().find(account.staffId()))
        .filter(StaffMember::active);
  }

  private static SignedIn signedIn(Actor actor, Session session, String secret) {
    return new SignedIn(actor, session.id(), TokenSecrets.key(secret));
  }

  private static String shortened(String device) {
    String tidy = device.replaceAll("\\p{Cntrl}", " ").strip();
    int end = Math.min(tidy.codePointCount(0, tidy.length()), MAX_DEVICE);
    return tidy.substring(0, tidy.offsetByCodePoints(0, end));
  }

  /** A session that is not over, and whose it is. */
  private record Found(Session session, StaffMember member) {
    Actor actor() {
      return new Actor(member.id(), member.name(), member.role());
    }
  }
}
