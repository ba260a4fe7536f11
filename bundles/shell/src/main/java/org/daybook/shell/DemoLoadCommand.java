package org.daybook.shell;

import java.io.IOException;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.daybook.api.store.SampleData;

/** {@code daybook:demo-load}. */
@Service
@Command(
    scope = "daybook",
    name = "demo-load",
    description = "Loads a made-up company to look at Daybook with")
public final class DemoLoadCommand extends DaybookCommand {
  @Option(
      name = "--password-file",
      description = "A file with the password of the accounts; asked for if not given")
  String passwordFile;

  @Override
  protected void run(Platform platform) throws IOException {
    String password = Secrets.password(session, passwordFile);
    String loaded =
        platform.withOne(
            SampleData.class,
            data -> data.name().equals("demo"),
            data -> data.load(password),
            "The sample data demo");
    out().println(loaded);
  }
}
