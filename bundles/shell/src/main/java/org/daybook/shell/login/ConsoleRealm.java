package org.daybook.shell.login;

import static javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag.OPTIONAL;

import java.util.Map;
import java.util.stream.Stream;
import javax.security.auth.login.AppConfigurationEntry;
import org.apache.karaf.jaas.boot.ProxyLoginModule;
import org.apache.karaf.jaas.config.JaasRealm;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Karaf's own realm and, in front of it, Daybook's accounts. Stands in for Karaf's by a higher
 * rank, so the keys and the local account of {@code bin/client} work as before.
 */
@Component(service = JaasRealm.class, property = "daybook.console=true")
public final class ConsoleRealm implements JaasRealm {
  private final BundleContext bundleContext;
  private final JaasRealm karaf;

  @Activate
  public ConsoleRealm(
      BundleContext bundleContext,
      @Reference(target = "(!(daybook.console=true))") JaasRealm karaf) {
    this.bundleContext = bundleContext;
    this.karaf = karaf;
  }

  @Override
  public String getName() {
    return karaf.getName();
  }

  @Override
  public int getRank() {
    return karaf.getRank() + 1;
  }

  @Override
  public AppConfigurationEntry[] getEntries() {
    return Stream.concat(Stream.of(accounts()), Stream.of(karaf.getEntries()))
        .toArray(AppConfigurationEntry[]::new);
  }

  private AppConfigurationEntry accounts() {
    Map<String, Object> options =
        Map.of(
            ProxyLoginModule.PROPERTY_MODULE,
            AdministratorLogin.class.getName(),
            ProxyLoginModule.PROPERTY_BUNDLE,
            Long.toString(bundleContext.getBundle().getBundleId()),
            BundleContext.class.getName(),
            bundleContext);
    return new AppConfigurationEntry(ProxyLoginModule.class.getName(), OPTIONAL, options);
  }
}
