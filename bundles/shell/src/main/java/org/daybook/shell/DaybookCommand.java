package org.daybook.shell;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.daybook.api.access.Actor;
import org.daybook.api.access.Role;
import org.osgi.framework.BundleContext;

/** What all commands share: the platform, the session, and who types. */
public abstract class DaybookCommand implements Action {
  @Reference BundleContext bundleContext;

  @Reference Session session;

  /** Does the work; what it throws is shown to the operator, and the command has failed. */
  protected abstract void run(Platform platform) throws Exception;

  @Override
  public final Object execute() throws Exception {
    run(new Platform(bundleContext));
    return null;
  }

  protected final PrintStream out() {
    return session.getConsole();
  }

  /** The console's user; who reaches the console may do everything. */
  protected final Actor actor() {
    Object user = session.get("USER");
    String name = user == null ? "console" : user.toString();
    return new Actor("console:" + name, name, Role.ADMIN);
  }
}
