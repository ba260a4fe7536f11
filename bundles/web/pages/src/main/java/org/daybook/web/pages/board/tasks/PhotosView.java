package org.daybook.web.pages.board.tasks;

import java.util.List;
import org.daybook.api.photo.Photo;
import org.daybook.api.store.PhotoQuery;
import org.daybook.api.task.Task;
import org.daybook.web.pages.board.Look;

/** The photos of a task, small, each leading to the large one. */
public record PhotosView(List<Shot> shots) {
  /** The longer side of a small one, in pixels. */
  private static final double SMALL = 320;

  public PhotosView {
    shots = List.copyOf(shots);
  }

  /**
   * A photo.
   *
   * @param href address of the large image
   * @param small address of the small image
   * @param width of the small image, in pixels
   * @param height of the small image, in pixels
   * @param caption may be blank
   * @param by who took it, and when
   * @param inReport whether the client's report shows it
   */
  public record Shot(
      String href,
      String small,
      int width,
      int height,
      String caption,
      String by,
      boolean inReport) {}

  /** Those that were not taken away. */
  static PhotosView of(Look look, Task task, String root) {
    PhotoQuery query = PhotoQuery.builder().addTaskIds(task.id()).removed(false).build();
    return new PhotosView(
        look.tx().photos().all(query).stream()
            .map(photo -> shot(look, task, photo, root))
            .toList());
  }

  private static Shot shot(Look look, Task task, Photo photo, String root) {
    String address = root + "api/v1/photos/" + photo.id();
    double scale = Math.min(1, SMALL / Math.max(photo.width(), photo.height()));
    return new Shot(
        address + ".jpg",
        address + "/thumbnail.jpg",
        (int) Math.round(photo.width() * scale),
        (int) Math.round(photo.height() * scale),
        photo.caption(),
        look.nameOf(photo.takenBy()) + ", " + look.moment(photo.takenAt(), task.clientId()),
        photo.inReport());
  }
}
