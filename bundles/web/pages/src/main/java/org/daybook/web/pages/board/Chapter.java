package org.daybook.web.pages.board;

import java.util.List;
import java.util.function.ToLongFunction;

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

  /** The path of the entry under which its pages stand that have none nearer. */
  default String home() {
    return entries().isEmpty() ? "/board" : entries().get(0).path();
  }

  /**
   * An entry of the navigation.
   *
   * @param rank orders the entries, the smallest first
   * @param key of the text: in the chapter's own words, or in those of the board
   * @param path of the page it leads to
   * @param more whether it stands behind the others, to be opened first
   * @param waiting counts what waits there for whoever looks; asked for on each page, so it has to
   *     be cheap
   */
  record Entry(int rank, String key, String path, boolean more, ToLongFunction<Look> waiting) {
    /** What everybody needs daily. */
    public Entry(int rank, String key, String path) {
      this(rank, key, path, false, look -> 0);
    }

    /** What is needed now and then. */
    public static Entry more(int rank, String key, String path) {
      return new Entry(rank, key, path, true, look -> 0);
    }

    /** The same with a number beside it if something waits there. */
    public Entry counting(ToLongFunction<Look> waiting) {
      return new Entry(rank, key, path, more, waiting);
    }

    /** Whether a page is its own, or lies below it; all lie below the first one. */
    boolean has(String page) {
      return page.equals(path) || (page.startsWith(path + "/") && !path.equals("/board"));
    }
  }
}
