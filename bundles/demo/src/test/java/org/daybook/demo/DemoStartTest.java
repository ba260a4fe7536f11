package org.daybook.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.daybook.api.access.Account;
import org.daybook.api.store.AccountQuery;
import org.daybook.api.store.ClientQuery;
import org.daybook.testkit.Examples;
import org.daybook.testkit.InMemoryJobQueue;
import org.daybook.testkit.InMemoryStore;
import org.daybook.testkit.SettableClock;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public final class DemoStartTest {

  @Rule public final TemporaryFolder etc = new TemporaryFolder();

  private final SettableClock clock = new SettableClock();
  private final InMemoryStore store = new InMemoryStore(clock);
  private final InMemoryJobQueue jobs = new InMemoryJobQueue(store, clock);

  @Test
  public void loadsIfTheEnvironmentAsksForIt() {
    run(Map.of("DAYBOOK_DEMO", "true", "DAYBOOK_DEMO_PASSWORD", "not-a-real-password"));
    assertThat(clients()).isEqualTo(12);
    assertThat(accounts()).extracting(Account::passwordHash).containsOnly("not-a-real-password");
  }

  @Test
  public void loadsNothingOtherwise() {
    run(Map.of());
    run(Map.of("DAYBOOK_DEMO", "false"));
    assertThat(clients()).isZero();
  }

  @Test
  public void withoutAPasswordItIsTheOneOfAdmin() {
    store.prepare(
        tx -> tx.accounts().insert(Examples.account().toBuilder().login("admin").build()));
    run(Map.of("DAYBOOK_DEMO", "true"));
    assertThat(accounts()).hasSize(5).extracting(Account::passwordHash).containsOnly("none");
  }

  @Test
  public void withoutAdminItComesAgain() {
    run(Map.of("DAYBOOK_DEMO", "true"));
    assertThat(clients()).isZero();
    assertThat(jobs.jobs()).containsKey(DemoStart.LOAD);
  }

  @Test
  public void aSecondStartLoadsNothingMore() {
    Map<String, String> environment =
        Map.of("DAYBOOK_DEMO", "true", "DAYBOOK_DEMO_PASSWORD", "not-a-real-password");
    run(environment);
    run(environment);
    assertThat(clients()).isEqualTo(12);
    assertThat(jobs.failures()).isEmpty();
  }

  @Test
  public void aPasswordThatIsTooShortIsToldAndNotTriedForEver() {
    run(Map.of("DAYBOOK_DEMO", "true", "DAYBOOK_DEMO_PASSWORD", "short"));
    assertThat(clients()).isZero();
    assertThat(jobs.jobs()).isEmpty();
  }

  private void run(Map<String, String> environment) {
    jobs.runAll(
        new DemoStart(
            store,
            clock,
            new FakeAccounts(store),
            jobs,
            environment,
            new BrandingFiles(etc.getRoot().toPath())));
  }

  private long clients() {
    return store.read(tx -> tx.clients().count(ClientQuery.everything()));
  }

  private List<Account> accounts() {
    return store.read(tx -> tx.accounts().all(AccountQuery.everything()));
  }
}
