package org.daybook.api.delivery;

import org.daybook.api.access.Actor;
import org.osgi.annotation.versioning.ProviderType;

/** Lets people look after the letters that {@link Post} sends. Safe for any thread. */
@ProviderType
public interface PostOffice {
  /**
   * Tries a letter again now.
   *
   * @throws org.daybook.api.error.ForbiddenException if the actor is no manager
   * @throws org.daybook.api.error.NotFoundException if there is no such letter
   * @throws org.daybook.api.error.RefusedException if it was sent already, or its content was
   *     thrown away because of its age
   */
  OutgoingLetter retry(Actor actor, String letterId);
}
