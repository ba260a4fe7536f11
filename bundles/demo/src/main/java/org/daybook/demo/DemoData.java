package org.daybook.demo;

import java.time.Clock;
import org.daybook.api.access.Accounts;
import org.daybook.api.store.SampleData;
import org.daybook.api.store.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The demo's company, for {@code daybook:demo-load}. */
@Component(service = SampleData.class)
public final class DemoData implements SampleData {

  private final DemoLoader loader;
  private final Accounts accounts;

  @Activate
  public DemoData(@Reference Store store, @Reference Clock clock, @Reference Accounts accounts) {
    this(store, clock, accounts, BrandingFiles.ofThisInstallation());
  }

  DemoData(Store store, Clock clock, Accounts accounts, BrandingFiles branding) {
    this.loader = new DemoLoader(store, clock, branding);
    this.accounts = accounts;
  }

  @Override
  public String name() {
    return "demo";
  }

  @Override
  public String load(String password) {
    return loader.load(
        (tx, staffId, login) -> accounts.addAccount(DemoLoader.DEMO, staffId, login, password));
  }
}
