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
  static SectionSheet of(Section section, Words words) {
    boolean unavailable = section.status() == Status.UNAVAILABLE;
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
            .map(block -> Part.of(block, words))
            .toList());
  }
}
