package org.daybook.channels.mail;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.daybook.api.error.DaybookException;
import org.daybook.api.notice.NoticeKind;
import org.daybook.api.notice.Notices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of a mailbox that cannot be read: the log at each change, the operators once it lasts. A
 * server that is restarted is nobody's business.
 */
final class MailboxTrouble {
  static final String KEY = "mailbox:bounces";

  private static final Logger LOG = LoggerFactory.getLogger(MailboxTrouble.class);

  private final BounceSettings settings;
  private final Notices notices;
  private final Clock clock;
  private Instant since;
  private String told = "";
  private boolean seenWell;

  MailboxTrouble(BounceSettings settings, Notices notices, Clock clock) {
    this.settings = settings;
    this.notices = notices;
    this.clock = clock;
  }

  synchronized void is(String sentence) {
    Instant now = clock.instant();
    seenWell = false;
    if (since == null) {
      since = now;
      LOG.warn("Bounces cannot be read from {}: {}", settings, sentence);
    }
    boolean lasts = !since.plus(settings.noticeAfter()).isAfter(now);
    if (lasts && !told.equals(sentence)) {
      notices.raise(
          NoticeKind.CHANNEL_FAULT,
          KEY,
          "The mailbox of bounces cannot be read since "
              + since
              + ", so that reports which come back are not noticed: "
              + settings
              + ": "
              + sentence,
          Optional.empty());
      told = sentence;
    }
  }

  synchronized void over() {
    if (since != null) {
      LOG.info("Bounces are read from {} again", settings);
    }
    since = null;
    told = "";
    if (!seenWell) {
      withdraw();
    }
  }

  /** Once per start even without a known trouble: the notice may be from before the start. */
  private void withdraw() {
    try {
      notices.withdraw(NoticeKind.CHANNEL_FAULT, KEY);
      seenWell = true;
    } catch (DaybookException e) {
      LOG.info("The notice {} stays: {}", KEY, e.getMessage());
    }
  }
}
