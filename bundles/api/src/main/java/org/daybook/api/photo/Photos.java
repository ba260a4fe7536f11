package org.daybook.api.photo;

import java.util.List;
import java.util.OptionalLong;
import org.daybook.api.access.Actor;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Photos of tasks. Each call is one transaction with its audit entry. Safe for any thread.
 *
 * <p>Who may work on a task may put in, change and take away its photos: managers all, an engineer
 * those of tasks that are theirs or on a visit of theirs, a specialist those of tasks that were
 * handed over to them. Who may see the task may see them, as {@link org.daybook.api.visit.Sight}
 * has it. All others get {@link org.daybook.api.error.ForbiddenException}. What is not there is a
 * {@link org.daybook.api.error.NotFoundException}.
 */
@ProviderType
public interface Photos {
  /** How many photos a task may have. */
  int MOST_PER_TASK = 20;

  /**
   * Puts in a photo. Whatever came, what is kept is a JPEG drawn anew, upright, at most 1600 pixels
   * long, without where and with what it was taken.
   *
   * @param bytes a JPEG or a PNG, judged by what they are
   * @throws org.daybook.api.error.InvalidInputException naming {@code body} if the bytes are no
   *     image, are broken, or unfold into more than 40 megapixels; {@code caption} if it is too
   *     long
   * @throws org.daybook.api.error.RefusedException if the task has all the photos it may have, or
   *     was finished on a visit that is closed
   * @throws org.daybook.api.error.UnavailableException if too many photos are being worked on
   */
  Photo add(Actor actor, String taskId, byte[] bytes, PhotoDraft draft);

  /** The photos of a task, oldest first. */
  List<Photo> list(Actor actor, String taskId);

  /** A photo. */
  Photo find(Actor actor, String photoId);

  /** The bytes of a photo, a JPEG. */
  byte[] content(Actor actor, String photoId, PhotoSize size);

  /**
   * Changes what is said of a photo.
   *
   * @param expectedVersion the version that the actor saw; if it is given and the photo has
   *     another, {@link org.daybook.api.error.StaleVersionException}
   * @throws org.daybook.api.error.RefusedException once the visit is closed
   */
  Photo change(Actor actor, String photoId, OptionalLong expectedVersion, PhotoDraft draft);

  /**
   * Takes a photo away, its bytes too. Harmless to repeat.
   *
   * @throws org.daybook.api.error.RefusedException once the visit is closed
   */
  void remove(Actor actor, String photoId, OptionalLong expectedVersion);
}
