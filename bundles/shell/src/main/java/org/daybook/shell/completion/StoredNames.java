package org.daybook.shell.completion;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.daybook.api.error.UnavailableException;
import org.daybook.shell.Platform;
import org.osgi.framework.BundleContext;

/** Completes names that the store knows; none while there is no storage. */
abstract class StoredNames implements Completer {
  @Reference BundleContext bundleContext;

  abstract List<String> names(Platform platform);

  @Override
  public int complete(Session session, CommandLine commandLine, List<String> candidates) {
    try {
      return new StringsCompleter(names(new Platform(bundleContext)))
          .complete(session, commandLine, candidates);
    } catch (UnavailableException e) {
      return -1;
    }
  }
}
