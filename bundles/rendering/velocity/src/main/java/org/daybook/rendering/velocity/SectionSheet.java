package org.daybook.rendering.velocity;

import java.util.List;
import org.daybook.api.report.Block;
import org.daybook.api.report.ReportDocument.Section;
import org.daybook.api.report.ReportDocument.Status;

/**
 * A section as templates take it.
 *
 * @param unavailable whether only its notices can be shown
 * @param notices what an unavailable section says instead
 */
public record SectionSheet(
    String id, String title, boolean unavailable, List<String> notices, List<Part> parts) {
  /** With more tasks nobody would read of each what went well in it. */
  private static final int TASKS_IN_FULL = 8;

  /** Whether it answers what the client asked for. */
  public boolean isOfWishes() {
    return id.equals("wishes");
  }

  /** Whether what stands last is short enough to be kept together with what follows it. */
  public boolean endsShortly() {
    return parts.isEmpty() || parts.get(parts.size() - 1).endsShortly();
  }

  static SectionSheet of(Section section, Words words) {
    boolean unavailable = section.status() == Status.UNAVAILABLE;
    boolean brief = countTasks(section) > TASKS_IN_FULL;
    List<String> said =
        section.blocks().stream()
            .filter(block -> unavailable && block instanceof Block.Paragraph)
            .map(block -> ((Block.Paragraph) block).text())
            .toList();
    return new SectionSheet(
        section.id(),
        section.title(),
        unavailable,
        unavailable && said.isEmpty() ? List.of(words.get("unavailable")) : said,
        section.blocks().stream()
            .filter(block -> !unavailable || !(block instanceof Block.Paragraph))
            .map(block -> Part.of(block, words, brief))
            .toList());
  }

  private static int countTasks(Section section) {
    return section.blocks().stream()
        .mapToInt(block -> block instanceof Block.TaskList list ? list.items().size() : 0)
        .sum();
  }
}
