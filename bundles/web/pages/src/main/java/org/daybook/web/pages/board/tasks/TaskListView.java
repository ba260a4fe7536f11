package org.daybook.web.pages.board.tasks;

import java.util.List;
import org.daybook.web.pages.board.form.Field;
import org.daybook.web.pages.template.SafeHtml;

/**
 * The page with the list of tasks.
 *
 * @param address of the page, to which the filter is sent
 * @param piece address of the list alone
 * @param search the field for words
 * @param filters the other fields; the first of them are always shown
 * @param narrowed whether one of those that are not always shown narrows
 * @param views the lists that its reader keeps
 * @param query what the list is narrowed to
 * @param add address of the form for a new task
 * @param script address of what says that a search failed
 * @param count how many there are, in words
 * @param found the list
 */
public record TaskListView(
    String address,
    String piece,
    Field search,
    List<Field> filters,
    List<Field> more,
    boolean narrowed,
    List<Kept> views,
    String keptAction,
    String keptKey,
    String query,
    String add,
    String script,
    String count,
    SafeHtml found) {
  public TaskListView {
    filters = List.copyOf(filters);
    more = List.copyOf(more);
    views = List.copyOf(views);
  }

  /**
   * A list that somebody keeps.
   *
   * @param typed what the field for its name says
   * @param current whether it is what is shown
   */
  public record Kept(
      String id, String name, String typed, String href, boolean current, boolean preferred) {}
}
