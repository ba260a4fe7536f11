package org.daybook.core.photos;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.daybook.api.access.Actor;
import org.daybook.api.error.ForbiddenException;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.error.RefusedException;
import org.daybook.api.error.StaleVersionException;
import org.daybook.api.photo.Photo;
import org.daybook.api.photo.PhotoDraft;
import org.daybook.api.photo.PhotoSize;
import org.daybook.api.photo.Photos;
import org.daybook.api.store.PhotoQuery;
import org.daybook.api.store.Transaction;
import org.daybook.api.task.Task;
import org.daybook.api.visit.Sight;
import org.daybook.api.visit.Visit;

/** One actor's work on the photos of one task in one transaction. */
final class PhotoDesk {
  private final Transaction tx;
  private final Actor actor;

  PhotoDesk(Transaction tx, Actor actor) {
    this.tx = tx;
    this.actor = actor;
  }

  /** A task that the actor may see. */
  Task seen(String taskId) {
    Task task = task(tx.tasks().find(taskId), taskId);
    Sight.require(actor, task, visit(task));
    return task;
  }

  /** A photo that the actor may see. */
  Photo seenPhoto(String photoId) {
    Photo photo = photo(tx.photos().find(photoId), photoId);
    seen(photo.taskId());
    return photo;
  }

  /** A task that the actor may work on, with its visit locked before it, as closing does. */
  Task worked(String taskId) {
    Task before = task(tx.tasks().find(taskId), taskId);
    Optional<Visit> visit = before.visitId().flatMap(tx.visits()::findForUpdate);
    Task task = task(tx.tasks().findForUpdate(taskId), taskId);
    if (!mayWork(task)) {
      throw new ForbiddenException("Photos are for those who may work on the task.");
    }
    if (visit.filter(v -> isOver(task, v)).isPresent()) {
      throw new RefusedException(
          "The visit is closed, and so is the task: its photos stay as they are.");
    }
    return task;
  }

  /** A photo that the actor may change. */
  Photo workedPhoto(String photoId, OptionalLong expectedVersion) {
    Photo before = photo(tx.photos().find(photoId), photoId);
    worked(before.taskId());
    Photo photo = photo(tx.photos().findForUpdate(photoId), photoId);
    if (expectedVersion.isPresent() && expectedVersion.getAsLong() != photo.version()) {
      throw new StaleVersionException("photo", photoId);
    }
    if (photo.fixedVisitId().isPresent()) {
      throw new RefusedException("The visit is closed: the photo stays as it is.");
    }
    return photo;
  }

  List<Photo> photos(Task task) {
    return tx.photos().all(PhotoQuery.builder().addTaskIds(task.id()).removed(false).build());
  }

  Photo add(Task task, Map<PhotoSize, Picture> pictures, PhotoDraft draft, Instant now) {
    if (photos(task).size() >= Photos.MOST_PER_TASK) {
      throw new RefusedException(
          "The task has %d photos, which is as many as there may be."
              .formatted(Photos.MOST_PER_TASK));
    }
    Picture full = pictures.get(PhotoSize.FULL);
    Photo photo =
        tx.photos()
            .insert(
                Photo.builder()
                    .id(tx.newId())
                    .taskId(task.id())
                    .caption(draft.caption().strip())
                    .inReport(draft.inReport())
                    .width(full.width())
                    .height(full.height())
                    .bytes(full.jpeg().length)
                    .sha256(Sha256.of(pictures.get(PhotoSize.REPORT).jpeg()))
                    .takenBy(actor.id())
                    .takenAt(now)
                    .build());
    pictures.forEach((size, picture) -> tx.keepPhotoContent(photo.id(), size, picture.jpeg()));
    return photo;
  }

  private boolean mayWork(Task task) {
    return switch (actor.role()) {
      case ADMIN, MANAGER -> true;
      case ENGINEER -> Sight.isEngineerOf(actor, task, visit(task));
      case SPECIALIST -> Sight.isSpecialistOf(actor, task);
      case SUPPORT -> false;
    };
  }

  private Optional<Visit> visit(Task task) {
    return task.visitId().flatMap(tx.visits()::find);
  }

  /** A specialist who finishes a task later may still show what was done. */
  private static boolean isOver(Task task, Visit visit) {
    return visit.state().isClosed()
        && task.state().isFinal()
        && task.finishedAt()
            .filter(at -> visit.recordedUntil().filter(at::isAfter).isPresent())
            .isEmpty();
  }

  private static Task task(Optional<Task> found, String id) {
    return found.orElseThrow(() -> new NotFoundException("task", id));
  }

  private static Photo photo(Optional<Photo> found, String id) {
    return found
        .filter(photo -> !photo.removed())
        .orElseThrow(() -> new NotFoundException("photo", id));
  }
}
