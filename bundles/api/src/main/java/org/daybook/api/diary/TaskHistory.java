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
   * @throws org.daybook.api.error.ForbiddenException if the actor may not see it: an engineer those
   *     of others, unless nobody has it in hand; a specialist what is not with them
   */
  List<TaskStep> of(Actor actor, String taskId);
}
