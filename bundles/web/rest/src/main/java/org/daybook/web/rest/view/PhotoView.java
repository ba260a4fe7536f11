package org.daybook.web.rest.view;

import java.time.Instant;
import org.daybook.api.photo.Photo;

/**
 * A photo of a task; its image is at {@code /api/v1/photos/ID.jpg}.
 *
 * @param task the task's id
 * @param inReport whether the client's report shows it
 * @param bytes length of the image
 * @param takenBy staff id of who put it in
 */
public record PhotoView(
    String id,
    String task,
    String caption,
    boolean inReport,
    int width,
    int height,
    int bytes,
    String takenBy,
    Instant takenAt,
    long version)
    implements Versioned {
  public static PhotoView of(Photo photo) {
    return new PhotoView(
        photo.id(),
        photo.taskId(),
        photo.caption(),
        photo.inReport(),
        photo.width(),
        photo.height(),
        photo.bytes(),
        photo.takenBy(),
        photo.takenAt(),
        photo.version());
  }
}
