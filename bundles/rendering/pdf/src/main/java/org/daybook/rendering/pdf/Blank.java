package org.daybook.rendering.pdf;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.daybook.api.report.Block;
import org.daybook.api.report.Branding;
import org.daybook.api.report.ReportDocument;
import org.daybook.api.report.ReportDocument.Section;
import org.daybook.api.report.ReportDocument.Status;
import org.daybook.api.report.ReportDocument.Summary;
import org.daybook.api.report.Tone;

/** A report about nothing, to begin with. */
final class Blank {
  private Blank() {}

  static ReportDocument report() {
    Block table = new Block.Table("Пример", List.of("А", "Б"), List.of(List.of("✓", "✕")));
    return new ReportDocument(
        "—",
        0,
        "",
        Instant.EPOCH,
        Locale.forLanguageTag("ru"),
        ZoneOffset.UTC,
        "Пример",
        "example",
        "Пример",
        "Пример",
        Optional.empty(),
        "example",
        Instant.EPOCH,
        Instant.EPOCH,
        Optional.empty(),
        new Summary(1, 1, 1, 1, 1),
        "Пример",
        List.of("Пример"),
        List.of(
            new Section(
                "example",
                "Пример",
                Status.OK,
                List.of(new Block.Paragraph("Пример", Tone.GOOD), table))),
        Optional.empty(),
        Optional.empty(),
        Branding.NONE);
  }
}
