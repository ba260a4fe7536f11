package org.daybook.core.intake;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.daybook.api.error.DaybookException;
import org.daybook.api.error.RefusedException;
import org.daybook.api.error.StaleVersionException;
import org.daybook.api.error.UnavailableException;
import org.daybook.api.notice.Notices;
import org.daybook.api.source.IntakeResult;
import org.daybook.api.source.TaskSignal;
import org.daybook.api.store.Store;
import org.daybook.api.store.Transaction;
import org.daybook.api.task.Task;

/** Takes the signals of one message in one transaction, and again if somebody else was faster. */
final class SignalTaker {
  private static final int ATTEMPTS = 5;

  private final Store store;
  private final Notices notices;
  private final Clock clock;
  private final Words words;
  private final Stripes stripes = new Stripes();

  SignalTaker(Store store, Notices notices, Clock clock, Words words) {
    this.store = store;
    this.notices = notices;
    this.clock = clock;
    this.words = words;
  }

  IntakeResult take(Sender sender, List<TaskSignal> signals) {
    List<TaskSignal> offered = List.copyOf(signals);
    SignalRules.check(offered, sender.prefix());
    return persistently(sender, offered, tx -> result(takeAll(tx, sender, offered)));
  }

  /** The task of one signal; empty if it has none. */
  Optional<Task> takeOne(Sender sender, TaskSignal signal) {
    List<TaskSignal> offered = List.of(signal);
    SignalRules.check(offered, sender.prefix());
    return persistently(
        sender,
        offered,
        tx -> takeAll(tx, sender, offered).get(0).taskId().flatMap(tx.tasks()::find));
  }

  private List<Taken> takeAll(Transaction tx, Sender sender, List<TaskSignal> signals) {
    Instant now = clock.instant();
    List<Taken> taken = new ArrayList<>(signals.size());
    for (int i = 0; i < signals.size(); i++) {
      taken.add(new SignalTransaction(tx, notices, words, now, sender, signals.get(i), i).take());
    }
    return taken;
  }

  private <T> T persistently(
      Sender sender, List<TaskSignal> signals, Function<Transaction, T> work) {
    return stripes.alone(
        signals.stream().map(signal -> sender.source() + " " + signal.externalId()),
        () -> {
          for (int attempt = 1; ; attempt++) {
            try {
              return store.inTransaction(sender.actor(), work);
            } catch (RefusedException | StaleVersionException overtaken) {
              giveUpAfter(attempt, overtaken);
            }
          }
        });
  }

  private static void giveUpAfter(int attempt, DaybookException overtaken) {
    if (attempt == ATTEMPTS) {
      throw new UnavailableException(
          "Too many others change the same tasks. Please send it again later.", overtaken);
    }
  }

  private static IntakeResult result(List<Taken> taken) {
    int news = (int) taken.stream().filter(Taken::news).count();
    int unassigned = (int) taken.stream().filter(Taken::unassigned).count();
    List<String> taskIds = taken.stream().map(Taken::taskId).flatMap(Optional::stream).toList();
    return new IntakeResult(news, taken.size() - news, unassigned, taskIds);
  }
}
