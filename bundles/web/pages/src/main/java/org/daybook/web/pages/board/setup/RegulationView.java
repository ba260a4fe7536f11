package org.daybook.web.pages.board.setup;

import java.util.List;
import org.daybook.api.regulation.Frequency;
import org.daybook.web.pages.board.Section;
import org.daybook.web.pages.board.Words;
import org.daybook.web.pages.board.form.Field.Option;

/**
 * A regulation with everything that can be done to it.
 *
 * @param files what the operator's files say otherwise; blank if they do not
 * @param fromFiles address of the form filled with what they say
 * @param besides what is wrong with no row
 * @param go the row that one goes on with; -1 for none
 * @param preview what a visit asks for, by how often
 * @param history all that was in force, the newest first
 */
public record RegulationView(
    Link up,
    String title,
    String intro,
    String files,
    String fromFiles,
    String action,
    String key,
    String kind,
    String version,
    boolean active,
    List<Item> items,
    List<Option> frequencies,
    List<String> besides,
    int go,
    List<Section> preview,
    List<Revision> history) {
  public RegulationView {
    items = List.copyOf(items);
    frequencies = List.copyOf(frequencies);
    besides = List.copyOf(besides);
    preview = List.copyOf(preview);
    history = List.copyOf(history);
  }

  /** Whether something is wrong. */
  public boolean wrong() {
    return !besides.isEmpty() || items.stream().anyMatch(Item::wrong);
  }

  /** Whether a row is done at some pace. */
  public boolean at(Item item, Option frequency) {
    return item.row().frequency().equals(frequency.value());
  }

  /**
   * A row, and what is wrong with it.
   *
   * @param number from 1
   */
  public record Item(
      int index, int number, Rows.Row row, String ru, String en, String frequency, String id) {
    public boolean wrong() {
      return !(ru + en + frequency + id).isBlank();
    }
  }

  /**
   * One revision.
   *
   * @param changed what it has other than the one before
   * @param href where it is put into the form again; blank for what is in force
   */
  public record Revision(String name, String by, String changed, String href) {}

  static List<Option> frequencies(Words words) {
    return Options.of(words, "frequency", Frequency.values());
  }
}
