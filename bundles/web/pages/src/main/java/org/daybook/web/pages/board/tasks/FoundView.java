package org.daybook.web.pages.board.tasks;

import java.util.List;
import org.daybook.web.pages.board.form.Field.Option;
import org.daybook.web.pages.http.Form;

/**
 * The tasks that were found, and what can be done with those that are ticked.
 *
 * @param count how many there are, in words
 * @param ignored what of the filter was not understood; blank if nothing
 * @param first address of the first part; blank if this is it
 * @param next address of the next part; blank if this is the last
 * @param tickAll address of the same with every box ticked
 * @param query what the list is narrowed to
 * @param after where this part of it begins; blank for the first
 * @param problem what is wrong with what was sent; blank if nothing is
 * @param typed what was sent; without fields if nothing was
 * @param saving whether it was sent to keep the list
 */
public record FoundView(
    String count,
    String ignored,
    List<Row> rows,
    String first,
    String next,
    String tickAll,
    String query,
    String after,
    String bulkAction,
    String bulkKey,
    List<Option> engineers,
    List<Option> visits,
    List<Option> specialists,
    List<Option> priorities,
    String saveAction,
    String saveKey,
    String problem,
    Form typed,
    boolean saving) {
  public FoundView {
    rows = List.copyOf(rows);
    engineers = List.copyOf(engineers);
    visits = List.copyOf(visits);
    specialists = List.copyOf(specialists);
    priorities = List.copyOf(priorities);
  }

  /** Whether a button was pressed: its fields stay open. */
  public boolean tried(String action) {
    return typed.get("do").equals(action);
  }

  /** Whether an option was chosen before. */
  public boolean chosen(String field, Option option) {
    return typed.get(field).equals(option.value());
  }

  /**
   * A task in the list.
   *
   * @param version that its reader sees
   * @param due blank if it has no due date
   * @param urgent what its priority is called, if that is above the usual; else blank
   * @param who does it; blank for nobody
   * @param visit when it is to be done; blank if it is on none
   */
  public record Row(
      String id,
      long version,
      boolean ticked,
      String title,
      String href,
      String client,
      String clientHref,
      String due,
      boolean late,
      String urgent,
      String urgentTone,
      String state,
      String tone,
      String who,
      String source,
      String visit) {}
}
