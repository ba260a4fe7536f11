package org.daybook.core.startup;

import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The start level at which everything runs. The framework goes there on a thread of its own; word
 * of its arrival is left for {@code bin/client}, which waits for the console until then.
 */
final class CompleteStart {
  static final String LEVEL = "daybook.startlevel.complete";
  static final String FILE = "complete";

  private static final String COMPLETE = "Every bundle is started, the console among them.\n";
  private static final Logger LOG = LoggerFactory.getLogger(CompleteStart.class);

  private final FrameworkStartLevel framework;
  private final String level;
  private final Word word;

  CompleteStart(BundleContext context) {
    this(
        context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkStartLevel.class),
        context.getProperty(LEVEL),
        Word.of(context, FILE));
  }

  CompleteStart(FrameworkStartLevel framework, String level, Word word) {
    this.framework = framework;
    this.level = level;
    this.word = word;
  }

  /** Whether the start was told to go further than it goes by itself. */
  boolean isWanted() {
    return level != null && !level.isBlank();
  }

  /** Goes up to the level, never down: an operator may have gone further. */
  void goAhead() {
    if (!isWanted()) {
      // The framework goes all the way by itself: nobody has to wait for us.
      word.leave(COMPLETE);
      return;
    }
    try {
      int complete = Integer.parseInt(level.trim());
      if (framework.getStartLevel() < complete) {
        framework.setStartLevel(complete, this::arrived);
      }
    } catch (NumberFormatException e) {
      LOG.error("{} must be a number, is {}", LEVEL, level);
    }
  }

  private void arrived(FrameworkEvent event) {
    if (event.getType() == FrameworkEvent.STARTLEVEL_CHANGED) {
      word.leave(COMPLETE);
    }
  }
}
