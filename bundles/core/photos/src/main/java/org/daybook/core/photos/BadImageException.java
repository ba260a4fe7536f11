package org.daybook.core.photos;

/** What was sent is no image that can be kept; the message continues a sentence about it. */
final class BadImageException extends Exception {
  private static final long serialVersionUID = 1L;

  BadImageException(String message) {
    super(message);
  }
}
