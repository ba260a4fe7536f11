package org.daybook.core.intake;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.daybook.api.notice.NoticeKind;
import org.daybook.api.notice.Notices;
import org.daybook.api.store.OccurrenceQuery;
import org.daybook.api.store.Transaction;
import org.daybook.api.task.Occurrence;

/** The signals of one source that wait for somebody to say whose they are, and what tells that. */
final class Waiting {
  private static final int MAX_QUOTED = 100;

  private final Transaction tx;
  private final Notices notices;
  private final String source;

  Waiting(Transaction tx, Notices notices, String source) {
    this.tx = tx;
    this.notices = notices;
    this.source = source;
  }

  /** Oldest first. */
  List<Occurrence> all() {
    return tx.occurrences()
        .all(OccurrenceQuery.builder().source(source).unassigned(true).dismissed(false).build());
  }

  /** Tells of a signal that waits from now on. */
  void tell(Words words, String clientHint, String title) {
    notices.raise(
        NoticeKind.UNASSIGNED_SIGNAL,
        key(clientHint),
        clientHint.isBlank()
            ? words.say("signal.unnamed", source, cut(title))
            : words.say("signal.unknown", source, cut(clientHint), cut(title)),
        Optional.empty());
  }

  /** Takes back what told of signals for such a client, unless one of them waits still. */
  void endIfNone(String clientHint) {
    String key = key(clientHint);
    if (all().stream().noneMatch(each -> key(each.clientHint()).equals(key))) {
      notices.withdraw(NoticeKind.UNASSIGNED_SIGNAL, key);
    }
  }

  private String key(String clientHint) {
    return "signal:" + source + ":" + cut(clientHint.strip().toLowerCase(Locale.ROOT));
  }

  private static String cut(String text) {
    if (text.length() <= MAX_QUOTED) {
      return text;
    }
    boolean splitsPair = Character.isHighSurrogate(text.charAt(MAX_QUOTED - 1));
    return text.substring(0, splitsPair ? MAX_QUOTED - 1 : MAX_QUOTED) + "…";
  }
}
