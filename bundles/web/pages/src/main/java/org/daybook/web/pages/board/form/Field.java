package org.daybook.web.pages.board.form;

import java.util.List;

/**
 * A field of a form.
 *
 * @param hint what to write, under the label; blank if that is clear
 * @param options of a {@link Kind#CHOICE} or of {@link Kind#BOXES}
 * @param error what is wrong with it; blank if nothing is
 */
public record Field(
    String name,
    Kind kind,
    String label,
    String hint,
    String value,
    boolean required,
    List<Option> options,
    String error) {
  public Field {
    options = List.copyOf(options);
  }

  /** What it looks like. */
  public enum Kind {
    HIDDEN,
    /** One line. */
    LINE,
    /** Several lines. */
    TEXT,
    NUMBER,
    DATE,
    /** A day and a time on the wall. */
    MOMENT,
    CHOICE,
    /** A box to tick; its value is {@code on} or blank. */
    BOX,
    /** Boxes to tick; its value is what stands for each that is, with spaces between. */
    BOXES,
    /** A time on the wall. */
    TIME,
    /** What nobody may read over a shoulder; it is never shown again. */
    PASSWORD
  }

  /** What can be chosen. */
  public record Option(String value, String label) {}

  public boolean hidden() {
    return kind == Kind.HIDDEN;
  }

  public boolean text() {
    return kind == Kind.TEXT;
  }

  public boolean choice() {
    return kind == Kind.CHOICE;
  }

  public boolean box() {
    return kind == Kind.BOX;
  }

  public boolean boxes() {
    return kind == Kind.BOXES;
  }

  /** Whether browsers may offer what was typed before: never an old password for a new one. */
  public String autocomplete() {
    return kind == Kind.PASSWORD ? "new-password" : "off";
  }

  /** Whether one of the boxes is ticked. */
  public boolean ticked(String option) {
    return List.of(value.split(" ")).contains(option);
  }

  /** The type of the {@code input} element. */
  public String type() {
    return switch (kind) {
      case NUMBER -> "number";
      case DATE -> "date";
      case MOMENT -> "datetime-local";
      case BOX -> "checkbox";
      case TIME -> "time";
      case PASSWORD -> "password";
      default -> "text";
    };
  }

  /** Whether it is what a box or an option stands for that was sent. */
  public boolean has(String option) {
    return value.equals(option);
  }
}
