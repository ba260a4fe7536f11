package org.daybook.api.source;

import org.daybook.api.access.Actor;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Lets people put in tasks by hand: turns what one typed into a signal, by the rules of this
 * source. Implemented by plugins beside their {@link TaskSource}.
 *
 * <p>Called on a thread of the platform's, many at once, under the time limit {@code sourceSeconds}
 * of {@code org.daybook.intake}.
 */
@ConsumerType
public interface TaskEntrance {
  /** The {@link TaskSource#id()} of the source whose tasks these are. */
  String source();

  /**
   * The signal for a request. Client, equipment, project, engineer and visit are looked up by the
   * intake afterwards.
   *
   * @param author who typed it
   * @throws org.daybook.api.error.InvalidInputException naming each bad field
   * @throws org.daybook.api.error.ForbiddenException if the author may not use this source
   */
  TaskSignal signal(TaskRequest request, Actor author);
}
