package org.daybook.core.delivery;

import java.util.List;
import java.util.Optional;
import org.daybook.api.delivery.DeliveryState;
import org.daybook.api.delivery.OutgoingLetter;
import org.daybook.api.notice.NoticeKind;
import org.daybook.api.notice.Notices;
import org.daybook.api.store.LetterQuery;
import org.daybook.api.store.Repository;
import org.daybook.api.store.Transaction;

/** Letters that are no reports, on their way. */
final class OutgoingLetters implements Outgoing<OutgoingLetter> {
  static final String JOB = "letter";

  private final Notices notices;

  OutgoingLetters(Notices notices) {
    this.notices = notices;
  }

  /** What notices about a letter are known by. */
  private static String key(OutgoingLetter letter) {
    return "letter:" + letter.id();
  }

  @Override
  public String job() {
    return JOB;
  }

  @Override
  public String id(OutgoingLetter letter) {
    return letter.id();
  }

  @Override
  public String recipient(OutgoingLetter letter) {
    return letter.recipient();
  }

  @Override
  public Repository<OutgoingLetter, ?> in(Transaction tx) {
    return tx.letters();
  }

  @Override
  public List<OutgoingLetter> deferred(Transaction tx) {
    return tx.letters().all(LetterQuery.builder().addStates(DeliveryState.DEFERRED).build());
  }

  @Override
  public Progress progress(OutgoingLetter letter) {
    return new Progress(
        letter.channel(),
        letter.state(),
        Optional.of(letter.stateAt()),
        letter.attempts(),
        letter.nextAttemptAt(),
        letter.lastAnswer(),
        letter.queuedAt(),
        letter.sentAt(),
        letter.firstTriedAt(),
        letter.awaitsServer());
  }

  @Override
  public OutgoingLetter with(OutgoingLetter letter, Progress progress) {
    return letter.toBuilder()
        .channel(progress.channel())
        .state(progress.state())
        .stateAt(progress.stateAt().orElse(letter.stateAt()))
        .attempts(progress.attempts())
        .nextAttemptAt(progress.nextAttemptAt())
        .lastAnswer(progress.answer())
        .queuedAt(progress.queuedAt())
        .sentAt(progress.sentAt())
        .firstTriedAt(progress.firstTriedAt())
        .awaitsServer(progress.awaitsServer())
        .build();
  }

  @Override
  public void withdraw(OutgoingLetter letter) {
    notices.withdraw(NoticeKind.DELIVERY_FAILED, key(letter));
    notices.withdraw(NoticeKind.DELIVERY_BOUNCED, key(letter));
  }
}
