package org.daybook.api.photo;

/** In which sizes the image of a photo is kept. */
public enum PhotoSize {
  /** At most 1600 pixels on the longer side. */
  FULL,
  /** At most 640 pixels on the longer side; what reports show. */
  REPORT,
  /** At most 320 pixels on the longer side. */
  THUMBNAIL
}
