package org.daybook.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.daybook.api.access.Account;
import org.daybook.api.access.Actor;
import org.daybook.api.access.NewSession;
import org.daybook.api.access.Session;
import org.daybook.api.access.SignedIn;
import org.daybook.api.directory.StaffMember;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.error.UnavailableException;
import org.daybook.api.job.JobOutcome;
import org.daybook.api.store.AccountQuery;
import org.daybook.api.store.AuditEntry;
import org.daybook.api.store.AuditQuery;
import org.daybook.api.store.PageRequest;
import org.daybook.api.store.SessionQuery;
import org.daybook.testkit.Examples;
import org.daybook.testkit.InMemoryJobQueue;
import org.daybook.testkit.InMemoryStore;
import org.daybook.testkit.SettableClock;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class SessionServiceTest {
  private static final String PASSWORD = "очень длинный пароль";
  private static final String OTHER_PASSWORD = "another long password";

  @Rule public final TemporaryFolder etc = new TemporaryFolder();

  private final SettableClock clock = new SettableClock();
  private final InMemoryStore store = new InMemoryStore(clock);
  private AccountService accounts;
  private SessionService sessions;

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
    accounts.addAccount(Examples.ADMIN, Examples.MANAGER_ID, "olga", OTHER_PASSWORD);
    sessions = new SessionService(store, clock, accounts, Settings.of(TestConfig.usual()));
  }

  // Logging in

  @Test
  public void theRightPasswordBeginsASession() {
    NewSession begun = sessions.begin(" Petr ", PASSWORD, false, "Chrome, Android").orElseThrow();

    assertThat(begun.signedIn().actor()).isEqualTo(Examples.ENGINEER);
    assertThat(begun.session().device()).isEqualTo("Chrome, Android");
    assertThat(begun.session().kept()).isFalse();
    assertThat(begun.session().expiresAt()).isEqualTo(Examples.NOW.plus(Duration.ofHours(12)));
    assertThat(sessions.find(begun.secret())).contains(begun.signedIn());
  }

  @Test
  public void anythingElseBeginsNone() {
    assertThat(sessions.begin("petr", "wrong", true, "")).isEmpty();
    assertThat(sessions.begin("nobody", PASSWORD, true, "")).isEmpty();
    changeMember(member -> member.active(false));
    assertThat(sessions.begin("petr", PASSWORD, true, "")).isEmpty();
    assertThat(store.<Long>read(tx -> tx.sessions().count(SessionQuery.everything()))).isZero();
  }

  @Test
  public void failuresCountTogetherWithThoseOfOtherWaysIn() {
    for (int i = 0; i < FailedLogins.PER_LOGIN / 2; i++) {
      assertThat(sessions.begin("petr", "wrong " + i, false, "")).isEmpty();
      assertThat(accounts.authenticate("petr", "wrong too " + i)).isEmpty();
    }
    assertThat(sessions.begin("petr", PASSWORD, false, "")).isEmpty();
    assertThat(accounts.authenticate("petr", PASSWORD)).isEmpty();
    clock.advance(FailedLogins.WINDOW);
    assertThat(sessions.begin("petr", PASSWORD, false, "")).isPresent();
  }

  @Test
  public void nothingThatIsNoSecretIsFound() {
    NewSession begun = begin(true);

    assertThat(sessions.find("")).isEmpty();
    assertThat(sessions.find("\u0000".repeat(43))).isEmpty();
    assertThat(sessions.find(begun.secret() + "x")).isEmpty();
    assertThat(sessions.find(begun.session().hash())).isEmpty();
    assertThat(sessions.find(begun.signedIn().key())).isEmpty();
  }

  @Test
  public void neitherStoreNorAuditTrailNorTextHoldsTheSecret() {
    NewSession begun = begin(true);
    List<AuditEntry> trail =
        store.read(
            tx ->
                tx.audit(
                        AuditQuery.builder().kind("session").build(),
                        new PageRequest(10, Optional.empty(), false))
                    .items());

    assertThat(begun.session().hash()).isEqualTo(TokenSecrets.hash(begun.secret()));
    assertThat(trail).hasSize(1);
    assertThat(trail.get(0).actorId()).isEqualTo(Examples.ENGINEER_ID);
    assertThat(trail.get(0).change()).doesNotContain(begun.secret(), begun.session().hash());
    assertThat(begun + " " + begun.signedIn())
        .doesNotContain(begun.secret(), begun.signedIn().key());
  }

  @Test
  public void theKeyIsTheSessionsOwnAndDoesNotTellTheSecret() {
    NewSession one = begin(true);
    NewSession other = begin(true);

    assertThat(one.signedIn().key()).isNotEqualTo(other.signedIn().key());
    assertThat(one.signedIn().key()).doesNotContain(one.secret());
    assertThat(sessions.find(one.secret()).orElseThrow().key()).isEqualTo(one.signedIn().key());
  }

  @Test
  public void aDeviceIsKeptTidyAndShort() {
    assertThat(device("Firefox\r\n,\u0000Linux ")).isEqualTo("Firefox  , Linux");
    assertThat(device("😀".repeat(200))).isEqualTo("😀".repeat(100));
    assertThat(device("")).isEmpty();
  }

  // Time

  @Test
  public void aSessionThatRestsIsOver() {
    NewSession begun = begin(false);

    clock.advance(Duration.ofHours(12).minusMillis(1));
    assertThat(sessions.of(Examples.ENGINEER)).hasSize(1);
    clock.advance(Duration.ofMillis(1));

    assertThat(sessions.find(begun.secret())).isEmpty();
    assertThat(sessions.of(Examples.ENGINEER)).isEmpty();
  }

  @Test
  public void aSessionThatIsUsedGoesOnUntilItsLongest() {
    NewSession begun = begin(false);

    clock.advance(Duration.ofHours(11));
    assertThat(sessions.find(begun.secret())).isPresent();
    clock.advance(Duration.ofHours(11));
    assertThat(sessions.find(begun.secret())).isPresent();
    clock.advance(Duration.ofHours(2));

    assertThat(sessions.find(begun.secret())).isEmpty();
  }

  @Test
  public void aSessionThatIsKeptLastsForWeeks() {
    NewSession begun = begin(true);

    for (int i = 0; i < 6; i++) {
      clock.advance(Duration.ofDays(29));
      assertThat(sessions.find(begun.secret())).as("round " + i).isPresent();
    }
    clock.advance(Duration.ofDays(6));

    assertThat(sessions.find(begun.secret())).isEmpty();
  }

  @Test
  public void beingUsedIsWrittenDownEveryFewMinutesOnly() {
    NewSession begun = begin(true);

    clock.advance(SessionService.SEEN_EVERY.minusMillis(1));
    sessions.find(begun.secret());
    assertThat(stored(begun).lastSeenAt()).isEqualTo(Examples.NOW);
    clock.advance(Duration.ofMillis(1));
    sessions.find(begun.secret());

    assertThat(stored(begun).lastSeenAt()).isEqualTo(clock.instant());
    assertThat(stored(begun).expiresAt()).isEqualTo(clock.instant().plus(Duration.ofDays(30)));
  }

  @Test
  public void toLookAtASessionIsNotToUseIt() {
    NewSession begun = begin(false);
    Instant end = stored(begun).expiresAt();

    clock.advance(Duration.ofHours(11));
    assertThat(sessions.look(begun.secret())).contains(begun.signedIn());
    assertThat(stored(begun).lastSeenAt()).isEqualTo(Examples.NOW);
    assertThat(stored(begun).expiresAt()).isEqualTo(end);
    clock.advance(Duration.ofHours(2));

    assertThat(sessions.look(begun.secret())).isEmpty();
  }

  @Test
  public void withoutStorageNobodyIsTakenForAStranger() {
    NewSession begun = begin(true);
    store.failing(true);

    assertThatThrownBy(() -> sessions.find(begun.secret()))
        .isInstanceOf(UnavailableException.class);
  }

  // The end

  @Test
  public void loggingOutEndsOneSession() {
    NewSession phone = begin(true);
    NewSession desk = begin(false);

    sessions.end(phone.secret());
    sessions.end(phone.secret());
    sessions.end("nothing");

    assertThat(sessions.find(phone.secret())).isEmpty();
    assertThat(sessions.find(desk.secret())).isPresent();
    assertThat(stored(phone).revokedAt()).contains(Examples.NOW);
    assertThat(stored(phone).expiresAt()).isEqualTo(Examples.NOW);
  }

  @Test
  public void whoseASessionWasIsKnownForSomeDays() {
    NewSession begun = begin(false);
    sessions.end(begun.secret());

    assertThat(sessions.holderOf(begun.secret())).contains(Examples.ENGINEER_ID);
    assertThat(sessions.holderOf("x".repeat(43))).isEmpty();
    assertThat(sessions.holderOf("")).isEmpty();
  }

  @Test
  public void peopleEndTheirOwnSessionsAndAdministratorsAnybodys() {
    NewSession first = begin(true);
    NewSession second = begin(true);

    for (Actor stranger : List.of(Examples.MANAGER, Examples.SUPPORT, Examples.SPECIALIST)) {
      assertThatThrownBy(() -> sessions.revoke(stranger, first.session().id()))
          .isInstanceOf(NotFoundException.class);
    }
    assertThatThrownBy(() -> sessions.revoke(Examples.ADMIN, "none"))
        .isInstanceOf(NotFoundException.class);
    assertThat(sessions.find(first.secret())).isPresent();
    sessions.revoke(Examples.ENGINEER, first.session().id());
    sessions.revoke(Examples.ENGINEER, first.session().id());
    sessions.revoke(Examples.ADMIN, second.session().id());

    assertThat(sessions.find(first.secret())).isEmpty();
    assertThat(sessions.find(second.secret())).isEmpty();
    assertThat(stored(second).version()).isEqualTo(2);
  }

  @Test
  public void peopleSeeTheirOwnSessions() {
    NewSession phone = begin(true);
    NewSession desk = begin(false);
    assertThat(sessions.begin("olga", OTHER_PASSWORD, false, "")).isPresent();

    assertThat(sessions.of(Examples.ENGINEER)).containsExactly(phone.session(), desk.session());
    sessions.end(phone.secret());
    assertThat(sessions.of(Examples.ENGINEER)).containsExactly(desk.session());
    assertThat(sessions.of(Examples.ADMIN)).isEmpty();
  }

  @Test
  public void anotherPasswordEndsAllSessionsOfTheAccount() {
    NewSession phone = begin(true);
    NewSession desk = begin(false);
    NewSession managers = sessions.begin("olga", OTHER_PASSWORD, false, "").orElseThrow();

    accounts.changePassword(Examples.ENGINEER, "petr", "a third long password");

    assertThat(sessions.find(phone.secret())).isEmpty();
    assertThat(sessions.find(desk.secret())).isEmpty();
    assertThat(sessions.of(Examples.ENGINEER)).isEmpty();
    assertThat(sessions.find(managers.secret())).isPresent();
  }

  @Test
  public void aDisabledAccountHasNoSessionNorGetsItBack() {
    NewSession begun = begin(true);

    changeAccount(account -> account.enabled(false));
    assertThat(sessions.find(begun.secret())).isEmpty();
    changeAccount(account -> account.enabled(true));

    assertThat(sessions.find(begun.secret())).isEmpty();
    assertThat(sessions.begin("petr", PASSWORD, true, "")).isPresent();
  }

  @Test
  public void whoHasLeftHasNoSession() {
    NewSession begun = begin(true);

    changeMember(member -> member.active(false));

    assertThat(sessions.find(begun.secret())).isEmpty();
    assertThat(sessions.of(Examples.ENGINEER)).isEmpty();
  }

  @Test
  public void anotherNameIsKnownAtOnce() {
    NewSession begun = begin(true);

    changeMember(member -> member.name("Пётр Ромашкин"));

    assertThat(sessions.find(begun.secret()).map(SignedIn::actor).map(Actor::name))
        .contains("Пётр Ромашкин");
  }

  @Test
  public void sessionsThatAreOverAreThrownAwayAfterSomeDays() {
    NewSession brief = begin(false);
    NewSession kept = begin(true);
    InMemoryJobQueue jobs = new InMemoryJobQueue(store, clock);
    EndedSessionsJob job = new EndedSessionsJob(store, jobs, clock);
    assertThat(jobs.waiting()).isEqualTo(1);
    clock.advance(Duration.ofHours(12).plus(EndedSessionsJob.KEPT));
    job.run(EndedSessionsJob.JOB);
    assertThat(store.<Boolean>read(tx -> tx.sessions().find(id(brief)).isPresent())).isTrue();
    clock.advance(Duration.ofMillis(1));

    JobOutcome outcome = job.run(EndedSessionsJob.JOB);

    assertThat(job.type()).isEqualTo(EndedSessionsJob.JOB.type());
    assertThat(outcome).isEqualTo(JobOutcome.again(clock.instant().plus(Duration.ofDays(1))));
    assertThat(store.<Boolean>read(tx -> tx.sessions().find(id(brief)).isPresent())).isFalse();
    assertThat(store.<Boolean>read(tx -> tx.sessions().find(id(kept)).isPresent())).isTrue();
  }

  private NewSession begin(boolean keep) {
    return sessions.begin("petr", PASSWORD, keep, "").orElseThrow();
  }

  private String device(String said) {
    return sessions.begin("petr", PASSWORD, false, said).orElseThrow().session().device();
  }

  private Session stored(NewSession begun) {
    return store.read(tx -> tx.sessions().find(id(begun)).orElseThrow());
  }

  private static String id(NewSession begun) {
    return begun.session().id();
  }

  private void changeMember(UnaryOperator<StaffMember.Builder> change) {
    store.prepare(
        tx -> {
          StaffMember member = tx.staff().find(Examples.ENGINEER_ID).orElseThrow();
          tx.staff().update(change.apply(member.toBuilder()).build());
        });
  }

  private void changeAccount(UnaryOperator<Account.Builder> change) {
    store.prepare(
        tx -> {
          AccountQuery theirs = AccountQuery.builder().staffId(Examples.ENGINEER_ID).build();
          Account account = tx.accounts().first(theirs).orElseThrow();
          tx.accounts().update(change.apply(account.toBuilder()).build());
        });
  }
}
