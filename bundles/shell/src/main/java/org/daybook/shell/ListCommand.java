package org.daybook.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Option;

/** A command that prints a list, as a table or with {@code --json}. */
abstract class ListCommand<T> extends DaybookCommand {
  /** How many values a list shows; what is more is left to the API with its pages. */
  static final int MOST = 500;

  @Option(name = "--json", description = "Print JSON instead of a table")
  boolean json;

  /** What is listed. */
  abstract List<T> rows(Platform platform);

  /** How it is shown. */
  abstract Listing<T> listing(Platform platform);

  @Override
  protected final void run(Platform platform) {
    listing(platform).print(out(), rows(platform), json);
  }
}
