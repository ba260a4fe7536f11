package org.daybook.web.rest.fake;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.daybook.api.access.Actor;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.error.StaleVersionException;
import org.daybook.api.photo.Photo;
import org.daybook.api.photo.PhotoDraft;
import org.daybook.api.photo.PhotoSize;
import org.daybook.api.photo.Photos;
import org.daybook.api.store.PhotoQuery;
import org.daybook.api.store.Store;
import org.daybook.api.store.Transaction;
import org.daybook.api.task.Task;
import org.daybook.api.visit.Sight;
import org.daybook.testkit.Examples;

/** Keeps photos without looking at them. */
public final class FakePhotos implements Photos {
  /** What a caller is told who sends anything that begins so. */
  public static final String NO_IMAGE = "<svg";

  private final Store store;

  FakePhotos(Store store) {
    this.store = store;
  }

  @Override
  public Photo add(Actor actor, String taskId, byte[] bytes, PhotoDraft draft) {
    return store.inTransaction(
        actor,
        tx -> {
          requireTask(tx, taskId);
          if (bytes.length == 0 || new String(bytes, StandardCharsets.UTF_8).startsWith(NO_IMAGE)) {
            throw new InvalidInputException("body", "is neither a JPEG nor a PNG image");
          }
          Photo photo =
              tx.photos()
                  .insert(
                      Examples.photo().toBuilder()
                          .id(tx.newId())
                          .taskId(taskId)
                          .caption(draft.caption())
                          .inReport(draft.inReport())
                          .bytes(bytes.length)
                          .takenBy(actor.id())
                          .build());
          tx.keepPhotoContent(photo.id(), PhotoSize.FULL, bytes);
          tx.keepPhotoContent(photo.id(), PhotoSize.THUMBNAIL, new byte[] {1});
          return photo;
        });
  }

  @Override
  public List<Photo> list(Actor actor, String taskId) {
    return store.read(
        tx -> {
          requireSeen(tx, actor, taskId);
          return tx.photos().all(PhotoQuery.builder().addTaskIds(taskId).removed(false).build());
        });
  }

  @Override
  public Photo find(Actor actor, String photoId) {
    return store.read(
        tx -> {
          Photo photo = found(tx, photoId, OptionalLong.empty());
          requireSeen(tx, actor, photo.taskId());
          return photo;
        });
  }

  @Override
  public byte[] content(Actor actor, String photoId, PhotoSize size) {
    Optional<byte[]> content =
        store.read(
            tx -> {
              tx.photos().find(photoId).ifPresent(it -> requireSeen(tx, actor, it.taskId()));
              return tx.photoContent(photoId, size);
            });
    return content.orElseThrow(() -> new NotFoundException("photo", photoId));
  }

  @Override
  public Photo change(Actor actor, String photoId, OptionalLong version, PhotoDraft draft) {
    return store.inTransaction(
        actor,
        tx ->
            tx.photos()
                .update(
                    found(tx, photoId, version).toBuilder()
                        .caption(draft.caption())
                        .inReport(draft.inReport())
                        .build()));
  }

  @Override
  public void remove(Actor actor, String photoId, OptionalLong version) {
    store.inTransaction(
        actor,
        tx -> {
          tx.forgetPhotoContent(photoId);
          return tx.photos().update(found(tx, photoId, version).toBuilder().removed(true).build());
        });
  }

  private static void requireSeen(Transaction tx, Actor actor, String taskId) {
    requireTask(tx, taskId);
    Task task = tx.tasks().find(taskId).orElseThrow();
    Sight.require(actor, task, task.visitId().flatMap(tx.visits()::find));
  }

  private static void requireTask(Transaction tx, String taskId) {
    if (tx.tasks().find(taskId).isEmpty()) {
      throw new NotFoundException("task", taskId);
    }
  }

  private static Photo found(Transaction tx, String id, OptionalLong version) {
    Photo photo =
        tx.photos()
            .find(id)
            .filter(each -> !each.removed())
            .orElseThrow(() -> new NotFoundException("photo", id));
    if (version.isPresent() && version.getAsLong() != photo.version()) {
      throw new StaleVersionException("photo", id);
    }
    return photo;
  }
}
