package org.daybook.itests.platform.plugin.section;

import java.util.List;
import java.util.Locale;
import org.daybook.api.report.Block;
import org.daybook.api.report.ReportSection;
import org.daybook.api.visit.ClosedVisit;
import org.daybook.itests.platform.plugin.fault.Fault;
import org.daybook.itests.platform.plugin.fault.Manifest;
import org.osgi.service.component.annotations.Component;

/** A section that says what its manifest says, or does what it must not. */
@Component
public final class TestSection implements ReportSection {
  private static final int MEBIBYTE = 1024 * 1024;

  private final String id = Manifest.id();
  private final String text = Manifest.text();
  private final Fault fault = Manifest.fault();

  @Override
  public String id() {
    return Manifest.idUnlessFaulty();
  }

  @Override
  public String title(Locale language) {
    return "Section " + id;
  }

  @Override
  public List<Block> blocks(ClosedVisit visit) throws Exception {
    fault.strike();
    return switch (fault) {
      case NULL -> null;
      case HUGE -> List.of(Block.Paragraph.of("x".repeat(20 * MEBIBYTE)));
      default -> List.of(Block.Paragraph.of(text));
    };
  }
}
