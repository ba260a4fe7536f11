package org.daybook.core.reports;

/** Something in a branding file cannot be used; the message is a sentence for the operator. */
final class UnfitException extends Exception {
  private static final long serialVersionUID = 1L;

  UnfitException(String sentence) {
    super(sentence);
  }
}
