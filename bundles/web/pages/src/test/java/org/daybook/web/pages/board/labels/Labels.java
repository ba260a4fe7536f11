package org.daybook.web.pages.board.labels;

/** Beside it lie the labels of a form in a test. */
public final class Labels {
  private Labels() {}
}
