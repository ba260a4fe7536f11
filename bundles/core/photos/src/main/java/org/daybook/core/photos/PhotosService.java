package org.daybook.core.photos;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.daybook.api.access.Actor;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.error.UnavailableException;
import org.daybook.api.photo.Photo;
import org.daybook.api.photo.PhotoDraft;
import org.daybook.api.photo.PhotoSize;
import org.daybook.api.photo.Photos;
import org.daybook.api.store.Store;
import org.daybook.api.task.Task;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The {@link Photos} over the store. */
@Component(service = Photos.class)
public final class PhotosService implements Photos {
  private static final int MAX_CAPTION = 300;

  /**
   * At most 3199 × 3199 pixels of an image are read: 30 MB of a JPEG, 80 MB of a PNG with 16 bits a
   * colour. With all copies, drawing one takes up to 180 MB, whatever its file has.
   */
  private static final int AT_ONCE = 2;

  /**
   * Short, because what is sent once, with a key, waits inside of a transaction: a few who wait for
   * long would have all connections to the database. Telephones send it again by themselves.
   */
  private static final int PATIENCE_SECONDS = 1;

  private final Store store;
  private final Clock clock;
  private final Semaphore places;

  @Activate
  public PhotosService(@Reference Store store, @Reference Clock clock) {
    this(store, clock, new Semaphore(AT_ONCE));
  }

  PhotosService(Store store, Clock clock, Semaphore places) {
    this.store = store;
    this.clock = clock;
    this.places = places;
  }

  @Override
  public Photo add(Actor actor, String taskId, byte[] bytes, PhotoDraft draft) {
    check(draft);
    // For whoever may not even see the task nothing is drawn. Drawing holds no lock.
    store.read(tx -> new PhotoDesk(tx, actor).seen(taskId));
    Map<PhotoSize, Picture> pictures = developed(bytes);
    return store.inTransaction(
        actor,
        tx -> {
          PhotoDesk desk = new PhotoDesk(tx, actor);
          Task task = desk.worked(taskId);
          return desk.add(task, pictures, draft, clock.instant());
        });
  }

  @Override
  public List<Photo> list(Actor actor, String taskId) {
    return store.read(
        tx -> {
          PhotoDesk desk = new PhotoDesk(tx, actor);
          return desk.photos(desk.seen(taskId));
        });
  }

  @Override
  public Photo find(Actor actor, String photoId) {
    return store.read(tx -> new PhotoDesk(tx, actor).seenPhoto(photoId));
  }

  @Override
  public byte[] content(Actor actor, String photoId, PhotoSize size) {
    Optional<byte[]> content =
        store.read(
            tx -> {
              Photo photo = new PhotoDesk(tx, actor).seenPhoto(photoId);
              return tx.photoContent(photo.id(), size);
            });
    return content.orElseThrow(() -> new NotFoundException("photo", photoId));
  }

  @Override
  public Photo change(Actor actor, String photoId, OptionalLong expectedVersion, PhotoDraft draft) {
    check(draft);
    return store.inTransaction(
        actor,
        tx -> {
          Photo photo = new PhotoDesk(tx, actor).workedPhoto(photoId, expectedVersion);
          Photo changed =
              photo.toBuilder().caption(draft.caption().strip()).inReport(draft.inReport()).build();
          return changed.equals(photo) ? photo : tx.photos().update(changed);
        });
  }

  @Override
  public void remove(Actor actor, String photoId, OptionalLong expectedVersion) {
    store.inTransaction(
        actor,
        tx -> {
          // Who takes it away again gets what they want.
          if (tx.photos().find(photoId).filter(Photo::removed).isPresent()) {
            return null;
          }
          Photo photo = new PhotoDesk(tx, actor).workedPhoto(photoId, expectedVersion);
          tx.forgetPhotoContent(photoId);
          return tx.photos().update(photo.toBuilder().removed(true).inReport(false).build());
        });
  }

  private Map<PhotoSize, Picture> developed(byte[] bytes) {
    takePlace();
    try {
      return Darkroom.develop(bytes);
    } catch (BadImageException e) {
      throw new InvalidInputException("body", e.getMessage());
    } finally {
      places.release();
    }
  }

  private void takePlace() {
    try {
      if (places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new UnavailableException(
        "Many photos are being worked on at the moment. Please send it again.");
  }

  private static void check(PhotoDraft draft) {
    String caption = draft.caption();
    if (caption.strip().length() > MAX_CAPTION) {
      throw new InvalidInputException(
          "caption", "must have at most " + MAX_CAPTION + " characters, has " + caption.length());
    }
    if (caption.codePoints().anyMatch(Character::isISOControl)) {
      throw new InvalidInputException("caption", "must not have control characters");
    }
  }
}
