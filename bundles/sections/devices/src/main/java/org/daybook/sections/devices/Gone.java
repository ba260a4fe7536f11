package org.daybook.sections.devices;

import java.util.List;
import org.daybook.api.report.Block;
import org.daybook.api.visit.ClosedVisit;

/**
 * What was there before and was found to be gone: from the next report on nothing is said of it.
 */
final class Gone {
  private final Texts texts;

  Gone(Texts texts) {
    this.texts = texts;
  }

  List<Block> blocks(List<ClosedVisit.Gone> gone) {
    if (gone.isEmpty()) {
      return List.of();
    }
    return List.of(
        new Block.Table(
            texts.get("gone"),
            List.of(texts.get("head.device"), texts.get("head.gone")),
            gone.stream()
                .map(each -> List.of(name(each), Texts.sentence(each.reason())))
                .toList()));
  }

  private String name(ClosedVisit.Gone gone) {
    return gone.label().equals(gone.reference())
        ? gone.label()
        : texts.get("name", gone.label(), gone.reference());
  }
}
