package org.daybook.core.intake;

import java.util.Optional;
import org.daybook.api.error.DaybookException;
import org.daybook.api.notice.NoticeKind;
import org.daybook.api.notice.Notices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the failures of sources known to the operator, and their end. */
final class Faults {
  private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

  private final SourceRegistry registry;
  private final Notices notices;
  private final Words words;

  Faults(SourceRegistry registry, Notices notices, Words words) {
    this.registry = registry;
    this.notices = notices;
    this.words = words;
  }

  /**
   * A source, its hook or its entrance failed.
   *
   * @param sentence what happened, with the bundle's name
   */
  void failed(String source, String sentence) {
    registry.failed(source, sentence);
    try {
      notices.raise(
          NoticeKind.SOURCE_FAULT,
          key(source),
          words.say("source.failed", source, sentence),
          Optional.empty());
    } catch (DaybookException untold) {
      LOG.warn("The fault of the source {} was not told: {}", source, untold.getMessage());
    }
  }

  /** A call went well. The first one also ends what an earlier life of this node told. */
  void succeeded(String source) {
    if (registry.succeeded(source)) {
      try {
        notices.withdraw(NoticeKind.SOURCE_FAULT, key(source));
      } catch (DaybookException untold) {
        LOG.warn("The recovery of the source {} was not told: {}", source, untold.getMessage());
      }
    }
  }

  private static String key(String source) {
    return "source:" + source;
  }
}
