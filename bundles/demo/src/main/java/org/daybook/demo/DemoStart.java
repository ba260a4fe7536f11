package org.daybook.demo;

import java.time.Clock;
import java.util.Map;
import org.daybook.api.access.Account;
import org.daybook.api.access.Accounts;
import org.daybook.api.error.DaybookException;
import org.daybook.api.error.RefusedException;
import org.daybook.api.error.UnavailableException;
import org.daybook.api.job.Job;
import org.daybook.api.job.JobHandler;
import org.daybook.api.job.JobOutcome;
import org.daybook.api.job.JobQueue;
import org.daybook.api.store.AccountQuery;
import org.daybook.api.store.Store;
import org.daybook.api.store.Transaction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads the demo at the first start if the environment asks for it. As a job, because starting must
 * not wait for it, and because in a cluster one node does it.
 */
@Component(service = JobHandler.class, immediate = true)
public final class DemoStart implements JobHandler {

  static final Job LOAD = new Job("demo-load", "demo");

  private static final Logger LOG = LoggerFactory.getLogger(DemoStart.class);

  private final DemoLoader loader;
  private final Accounts accounts;
  private final Map<String, String> environment;

  @Activate
  public DemoStart(
      @Reference Store store,
      @Reference Clock clock,
      @Reference Accounts accounts,
      @Reference JobQueue jobs) {
    this(store, clock, accounts, jobs, System.getenv(), BrandingFiles.ofThisInstallation());
  }

  DemoStart(
      Store store,
      Clock clock,
      Accounts accounts,
      JobQueue jobs,
      Map<String, String> environment,
      BrandingFiles branding) {
    this.loader = new DemoLoader(store, clock, branding);
    this.accounts = accounts;
    this.environment = environment;
    if ("true".equals(environment.get("DAYBOOK_DEMO")) && loader.isNeeded()) {
      jobs.enqueue(LOAD);
    }
  }

  @Override
  public String type() {
    return LOAD.type();
  }

  @Override
  public JobOutcome run(Job job) {
    try {
      LOG.info("{}", loader.load(logins()));
    } catch (UnavailableException e) {
      throw e;
    } catch (RefusedException e) {
      LOG.info("The demo was not loaded: {}", e.getMessage());
    } catch (DaybookException e) {
      // Nothing that another attempt would mend: a password that is too short.
      LOG.error("The demo cannot be loaded: {}", e.getMessage());
    }
    return JobOutcome.finished();
  }

  private Logins logins() {
    String password = environment.getOrDefault("DAYBOOK_DEMO_PASSWORD", "");
    return password.isEmpty()
        ? DemoStart::withThePasswordOfAdmin
        : (tx, staffId, login) -> accounts.addAccount(DemoLoader.DEMO, staffId, login, password);
  }

  /** By its hash: wherever that password came from, nobody has to know it here. */
  private static void withThePasswordOfAdmin(Transaction tx, String staffId, String login) {
    Account admin =
        tx.accounts()
            .first(AccountQuery.builder().login("admin").build())
            .orElseThrow(() -> new UnavailableException("There is no account admin yet."));
    tx.accounts()
        .insert(
            Account.builder()
                .id(tx.newId())
                .login(login)
                .passwordHash(admin.passwordHash())
                .staffId(staffId)
                .build());
  }
}
