package org.daybook.core.startup;

import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Leaves word that the first start has put every bundle in place: this one could not be started
 * before. Karaf never adds what is missing when it was killed halfway, so {@code bin/setenv} has it
 * begin anew until there is this word.
 */
@Component(
    service = {},
    immediate = true)
public final class Installed {
  static final String FILE = "installed";

  @Activate
  public Installed(BundleContext context) {
    Word.of(context, FILE)
        .leave("Every bundle is in place. Without this file they are put there anew.\n");
  }
}
