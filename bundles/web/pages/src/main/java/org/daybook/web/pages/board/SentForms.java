package org.daybook.web.pages.board;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.daybook.api.access.Actor;
import org.daybook.api.error.DaybookException;
import org.daybook.api.error.RefusedException;
import org.daybook.api.error.StaleVersionException;
import org.daybook.api.store.IdempotentAnswer;
import org.daybook.api.store.Transaction;
import org.daybook.web.pages.Parts;
import org.daybook.web.pages.board.form.FormView;
import org.daybook.web.pages.http.Answer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a form do its work once, however often it is sent: where it led to is kept in the
 * transaction of the work, under the mark that each form has when it is shown. That is what REST
 * does with an {@code Idempotency-Key}. Only successes are kept: after a failure nothing has
 * happened, and the same form may try again. A form in which something was changed before it was
 * sent once more is another one.
 *
 * <p>Work that others get in the way of is done again: services that would do so by themselves only
 * join this transaction, and cannot.
 */
final class SentForms {
  private static final Logger LOG = LoggerFactory.getLogger(SentForms.class);
  private static final Actor BOARD = Actor.system("board");

  /** Longer than anybody leaves a page open and presses its button again. */
  private static final Duration KEPT = Duration.ofDays(7);

  private static final Duration BETWEEN_LOOKS = Duration.ofHours(1);
  private static final String LOCATION = "Location: ";
  private static final int ATTEMPTS = 3;

  private final Parts parts;
  private final AtomicReference<Instant> nextLook = new AtomicReference<>(Instant.MIN);

  SentForms(Parts parts) {
    this.parts = parts;
  }

  /**
   * Does the work, or leads to where it led before.
   *
   * @param work runs in a transaction; what it throws undoes everything. May run several times
   */
  Answer once(Asked asked, Supplier<Answer> work) {
    String mark = asked.sent().get(FormView.ONCE);
    if (mark.isBlank()) {
      return work.get();
    }
    String sent = sha256(asked.sent().all("key"));
    String id = sha256(String.join("\n", asked.visitor().actor().id(), asked.path(), mark, sent));
    forgetOld();
    for (int attempt = 1; ; attempt++) {
      try {
        return parts
            .store()
            .inTransaction(
                asked.visitor().actor(),
                tx -> before(tx, id).orElseGet(() -> remembered(tx, id, sent, asked, work.get())));
      } catch (RefusedException | StaleVersionException e) {
        // It may have been under way twice, and the other one won.
        Optional<Answer> twin = parts.store().read(tx -> before(tx, id));
        if (twin.isPresent()) {
          return twin.get();
        }
        // A version that was seen and is not the present one costs a few looks more.
        if (e instanceof RefusedException || attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private static Optional<Answer> before(Transaction tx, String id) {
    return tx.answerTo(id).map(SentForms::again);
  }

  private Answer remembered(Transaction tx, String id, String sent, Asked asked, Answer answer) {
    if (answer.status() < 400) {
      tx.remember(kept(id, sent, next(asked, answer)));
    }
    return answer;
  }

  private IdempotentAnswer kept(String id, String sent, String next) {
    Instant now = parts.clock().instant();
    return new IdempotentAnswer(id, sent, 303, LOCATION + next, "", now);
  }

  private static Answer again(IdempotentAnswer before) {
    return Answer.seeOther(before.headers().substring(LOCATION.length()));
  }

  /** A page that shows a secret is shown once: afterwards it leads to the list above. */
  private static String next(Asked asked, Answer answer) {
    String path = asked.path();
    String list = path.substring(0, path.lastIndexOf('/'));
    return Optional.ofNullable(answer.headers().get("Location"))
        .orElseGet(() -> BoardPages.done(asked, list, "before").headers().get("Location"));
  }

  private void forgetOld() {
    Instant now = parts.clock().instant();
    Instant due = nextLook.get();
    if (now.isBefore(due) || !nextLook.compareAndSet(due, now.plus(BETWEEN_LOOKS))) {
      return;
    }
    try {
      parts.store().inTransaction(BOARD, tx -> tx.forgetAnswers(now.minus(KEPT)));
    } catch (DaybookException e) {
      LOG.info("What old forms were answered is kept for another hour: {}", e.getMessage());
    }
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }
}
