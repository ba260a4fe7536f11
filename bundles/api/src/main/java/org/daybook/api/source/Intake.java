package org.daybook.api.source;

import java.util.List;
import org.daybook.api.access.Actor;
import org.daybook.api.task.Task;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The way in. Surfaces (HTTP, console) come here; it finds the plugin, calls it isolated and under
 * a time limit, and keeps what it says. Safe for any thread.
 */
@ProviderType
public interface Intake {
  /**
   * Gives a posted message to the hook of that name.
   *
   * @throws org.daybook.api.error.NotFoundException if no hook has that name
   * @throws org.daybook.api.error.InvalidInputException if the message is malformed
   * @throws org.daybook.api.error.UnavailableException if the hook failed or hangs, its source is
   *     not there, or storage is missing
   */
  HookAnswer receive(String hook, HookRequest request);

  /**
   * Puts in a task by hand through the entrance of a source, and returns it stored. A repeat with
   * the same external id returns the task that is there.
   *
   * @throws org.daybook.api.error.InvalidInputException naming each bad field, an unknown client or
   *     piece of equipment among them
   * @throws org.daybook.api.error.UnavailableException if that source is not there
   */
  Task submit(String source, TaskRequest request, Actor author);

  /** The sources that are there and those that failed and are gone, by id. */
  List<SourceStatus> sources();
}
