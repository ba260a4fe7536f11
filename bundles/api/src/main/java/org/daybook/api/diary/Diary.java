package org.daybook.api.diary;

import java.util.OptionalLong;
import org.daybook.api.access.Actor;
import org.daybook.api.task.Task;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What people do with tasks and projects. Each call is one transaction with its audit entry. Safe
 * for any thread.
 *
 * <p>{@code expectedVersion} is the version the actor saw; if it is given and the task has another,
 * {@link org.daybook.api.error.StaleVersionException}. All throw {@link
 * org.daybook.api.error.NotFoundException}, {@link org.daybook.api.error.InvalidInputException}
 * naming each bad field, and {@link org.daybook.api.error.ForbiddenException}.
 */
@ProviderType
public interface Diary {
  /**
   * Does something with a task.
   *
   * @throws org.daybook.api.error.RefusedException if its state does not allow that
   */
  Task act(Actor actor, String taskId, OptionalLong expectedVersion, TaskAction action);

  /** Changes a task that is not in a final state. */
  Task change(Actor actor, String taskId, OptionalLong expectedVersion, TaskChange change);

  /** Adds a project; the draft's id is blank. */
  Project addProject(Actor actor, Project draft);

  /** Changes a project; the value carries the version it was read with. */
  Project changeProject(Actor actor, Project changed);
}
