package org.daybook.rendering.velocity;

import java.util.Optional;
import java.util.regex.Pattern;
import org.daybook.api.delivery.Presentation.LogoPlace;
import org.daybook.api.report.Block.Picture;

/**
 * A photo as templates take it.
 *
 * @param source its address
 * @param width in CSS pixels
 * @param height in CSS pixels
 */
public record Plate(String source, int width, int height) {
  private static final double LARGEST = 215;

  /** What can be told apart in a content id. */
  private static final Pattern ID = Pattern.compile("[0-9A-Za-z-]{1,64}");

  static Optional<Plate> of(Picture picture, LogoPlace place) {
    double scale = Math.min(1, LARGEST / Math.max(1, Math.max(picture.width(), picture.height())));
    return picture
        .base64()
        .filter(bytes -> ID.matcher(picture.photoId()).matches())
        .map(
            bytes ->
                new Plate(
                    place == LogoPlace.IN_MESSAGE
                        ? "cid:photo-" + picture.photoId()
                        : "data:image/jpeg;base64," + bytes,
                    (int) Math.max(1, Math.round(picture.width() * scale)),
                    (int) Math.max(1, Math.round(picture.height() * scale))));
  }
}
