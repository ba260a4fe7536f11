package org.daybook.web.pages.board;

import java.util.List;

/**
 * Pages of the board that belong together. Each chapter is a component of this bundle; the board
 * takes whatever chapters there are, so that a new one changes no other. Called on many threads.
 */
public interface Chapter {
  /** Its rows in the table of all pages. */
  List<BoardRoute> routes();

  /** What the navigation has of it; only those see an entry who may open its page. */
  default List<Entry> entries() {
    return List.of();
  }

  /**
   * An entry of the navigation.
   *
   * @param rank orders the entries, the smallest first
   * @param key of the text: in the chapter's own words, or in those of the board
   * @param path of the page it leads to
   */
  record Entry(int rank, String key, String path) {}
}
