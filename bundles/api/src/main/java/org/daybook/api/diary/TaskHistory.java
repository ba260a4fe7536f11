package org.daybook.api.diary;

import java.util.List;
import org.daybook.api.access.Actor;
import org.osgi.annotation.versioning.ProviderType;

/** What happened to a task, as the audit trail has it. Safe for any thread. */
@ProviderType
public interface TaskHistory {
  /**
   * What happened, newest last.
   *
   * @throws org.daybook.api.error.NotFoundException if there is no such task
   * @throws org.daybook.api.error.ForbiddenException if the actor may not see it, as {@link
   *     org.daybook.api.visit.Sight} has it
   */
  List<TaskStep> of(Actor actor, String taskId);
}
