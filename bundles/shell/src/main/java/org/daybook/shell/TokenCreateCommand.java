package org.daybook.shell;

import java.util.LinkedHashSet;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.daybook.api.access.Accounts;
import org.daybook.api.access.NewToken;

/** {@code daybook:token-create}. */
@Service
@Command(
    scope = "daybook",
    name = "token-create",
    description = "Makes a token for a machine and shows its secret, once")
public final class TokenCreateCommand extends DaybookCommand {
  @Argument(name = "name", required = true, description = "What it is for")
  String name;

  @Option(
      name = "--scope",
      required = true,
      multiValued = true,
      description =
          "What it opens: hook:NAME, hook:*, metrics, calendar:staff:ID or calendar:contact:ID; may be"
              + " given several times")
  List<String> scopes;

  @Option(name = "--expires", description = "Until when, such as 2027-01-01T00:00:00+03:00")
  String expires;

  @Override
  protected void run(Platform platform) {
    NewToken made =
        platform.with(
            Accounts.class,
            accounts ->
                accounts.createToken(
                    actor(),
                    name,
                    new LinkedHashSet<>(scopes),
                    Moments.parse("--expires", expires)));
    out().println(made.secret());
  }
}
