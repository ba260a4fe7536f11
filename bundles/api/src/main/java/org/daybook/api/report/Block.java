package org.daybook.api.report;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.daybook.api.visit.ClosedVisit;

/**
 * A piece of a section's content, without looks. All texts are plain text in the report's language;
 * renderers escape them. No text is null.
 */
public sealed interface Block {

  /** A paragraph of running text; line breaks are kept. */
  record Paragraph(String text, Tone tone) implements Block {
    public static Paragraph of(String text) {
      return new Paragraph(text, Tone.NEUTRAL);
    }
  }

  /** A few figures that stand out. */
  record KeyFigures(List<Figure> figures) implements Block {
    public KeyFigures {
      figures = List.copyOf(figures);
    }
  }

  /**
   * One figure.
   *
   * @param value with its unit: {@code 14 из 16}
   */
  record Figure(String label, String value, Tone tone) {}

  /**
   * A table.
   *
   * @param caption what it shows; blank if the title of the section says it
   * @param head one text per column
   * @param rows each with as many texts as the head
   */
  record Table(String caption, List<String> head, List<List<String>> rows) implements Block {
    public Table {
      head = List.copyOf(head);
      rows = rows.stream().map(List::copyOf).toList();
      int columns = head.size();
      if (rows.stream().anyMatch(row -> row.size() != columns)) {
        throw new IllegalArgumentException("a row has another number of cells than the head");
      }
    }
  }

  /** A list of tasks. */
  record TaskList(String caption, List<TaskItem> items) implements Block {
    public TaskList {
      items = List.copyOf(items);
    }
  }

  /**
   * A task as the client reads it.
   *
   * @param title what it was
   * @param state a word or two: {@code исправлено}
   * @param tone of the state
   * @param details further facts, each a short text: equipment, project, time spent
   * @param result what was done; empty if it is unfinished
   * @param reason why it is unfinished; empty if it is done
   * @param next who does what next, and until when; empty if nothing is left to do
   */
  record TaskItem(
      String title,
      String state,
      Tone tone,
      List<String> details,
      Optional<String> result,
      Optional<String> reason,
      Optional<String> next) {
    public TaskItem {
      details = List.copyOf(details);
    }
  }

  /** Many things at a glance, each green or red. */
  record StatusGrid(String caption, List<Cell> cells) implements Block {
    public StatusGrid {
      cells = List.copyOf(cells);
    }
  }

  /**
   * One thing in a grid.
   *
   * @param label what people call it
   * @param group what it belongs to, such as {@code Серверы}; cells of a group stand together
   * @param word the status as a word: {@code в порядке}
   * @param reasons why it is red, each a sentence; empty if it is green
   * @param change what changed since the last report: {@code исправлено}; empty if nothing did
   */
  record Cell(
      String label,
      String group,
      CellStatus status,
      String word,
      List<String> reasons,
      Optional<String> change) {
    public Cell {
      reasons = List.copyOf(reasons);
    }
  }

  /** Whether a thing in a grid is in order. */
  enum CellStatus {
    GREEN,
    RED
  }

  /**
   * A bar chart; renderers that cannot draw show it as a table.
   *
   * @param unit of the values, for people
   */
  record BarChart(String caption, String unit, List<Bar> bars) implements Block {
    public BarChart {
      bars = List.copyOf(bars);
    }
  }

  /** Photos; a renderer that cannot draw, or has not the bytes, says what is to be seen on them. */
  record Pictures(String caption, List<Picture> pictures) implements Block {
    public Pictures {
      pictures = List.copyOf(pictures);
    }

    /**
     * The photos of some tasks of a visit, each under the title of its task and what was said of
     * it; empty if there are none.
     */
    public static Optional<Block> of(
        ClosedVisit visit, Collection<ClosedVisit.VisitTask> tasks, String caption) {
      Map<String, String> titles = new HashMap<>();
      tasks.forEach(task -> titles.put(task.id(), task.title()));
      List<Picture> pictures =
          visit.photos().stream()
              .filter(photo -> titles.containsKey(photo.taskId()))
              .map(photo -> Picture.of(photo, titles.get(photo.taskId())))
              .toList();
      return pictures.isEmpty() ? Optional.empty() : Optional.of(new Pictures(caption, pictures));
    }
  }

  /**
   * A photo.
   *
   * @param photoId by which its bytes are found
   * @param photoSha256 of the bytes, 64 hexadecimal digits
   * @param caption what is to be seen
   * @param width in pixels, of which there may be fewer, in the same proportion
   * @param height in pixels, likewise
   * @param base64 its bytes, a JPEG (RFC 4648, section 4). The platform puts them in right before a
   *     report is rendered; sections leave them out, and no snapshot has them
   */
  record Picture(
      String photoId,
      String photoSha256,
      String caption,
      int width,
      int height,
      Optional<String> base64) {
    private static Picture of(ClosedVisit.Photo photo, String task) {
      String said = photo.caption().strip();
      return new Picture(
          photo.id(),
          photo.sha256(),
          said.isEmpty() ? task : task + " — " + said,
          photo.width(),
          photo.height(),
          Optional.empty());
    }
  }

  /**
   * One bar.
   *
   * @param value 0 or more
   */
  record Bar(String label, double value) {}
}
