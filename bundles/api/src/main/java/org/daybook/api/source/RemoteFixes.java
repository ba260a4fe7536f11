package org.daybook.api.source;

import org.daybook.api.access.Actor;
import org.daybook.api.task.Task;
import org.osgi.annotation.versioning.ProviderType;

/** What was fixed remotely and needed no visit, so that it is counted. Safe for any thread. */
@ProviderType
public interface RemoteFixes {
  /**
   * Writes down a task of source {@code remote} that is resolved already, in one transaction.
   * Remote support, managers and engineers may.
   *
   * @throws org.daybook.api.error.InvalidInputException naming each bad field
   * @throws org.daybook.api.error.ForbiddenException for others
   * @throws org.daybook.api.error.UnavailableException if the source is not there
   */
  Task add(Actor actor, RemoteFix fix);
}
