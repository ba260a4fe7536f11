package org.daybook.core.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.daybook.api.access.Actor;
import org.daybook.api.delivery.DeliveryEvent;
import org.daybook.api.delivery.DeliveryState;
import org.daybook.api.delivery.ReturnedMail;
import org.daybook.api.delivery.Returns;
import org.daybook.api.notice.Notices;
import org.daybook.api.store.Store;
import org.daybook.api.store.Transaction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Notes returned mail at the delivery or letter that it is about: the address that it came back to
 * names it (variable envelope return paths).
 */
@Component(service = Returns.class, configurationPid = "org.daybook.delivery")
public final class ReturnsService implements Returns {
  private static final Actor PLATFORM = Actor.system("delivery");

  /** Between the mailbox's server and us. */
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(10);

  private final Store store;
  private final Clock clock;
  private final Settings settings;
  private final List<Outgoing<?>> kinds;

  @Activate
  public ReturnsService(
      @Reference Store store, @Reference Notices notices, @Reference Clock clock, Config config) {
    this(store, notices, clock, Settings.of(config));
  }

  ReturnsService(Store store, Notices notices, Clock clock, Settings settings) {
    this.store = store;
    this.clock = clock;
    this.settings = settings;
    this.kinds = List.of(new OutgoingDeliveries(notices), new OutgoingLetters(notices));
  }

  @Override
  public boolean take(ReturnedMail returned) {
    List<String> named =
        returned.recipients().stream()
            .flatMap(address -> settings.deliveryOf(address).stream())
            .flatMap(id -> Stream.of(id, id.toLowerCase(Locale.ROOT)))
            .distinct()
            .toList();
    return named.stream().anyMatch(id -> kinds.stream().anyMatch(kind -> note(kind, id, returned)));
  }

  private <T> boolean note(Outgoing<T> kind, String id, ReturnedMail returned) {
    if (store.read(tx -> kind.find(tx, id)).isEmpty()) {
      return false;
    }
    return store.inTransaction(
        PLATFORM,
        tx -> {
          Optional<T> value = kind.lock(tx, id);
          value.ifPresent(each -> note(tx, kind, each, returned));
          return value.isPresent();
        });
  }

  private <T> void note(Transaction tx, Outgoing<T> kind, T value, ReturnedMail returned) {
    String sentence = sentence(returned);
    Progress progress = kind.progress(value);
    if (isAboutAnEarlierAttempt(progress, returned)) {
      return;
    }
    boolean bounces =
        returned.kind() == ReturnedMail.Kind.FAILED && progress.state() == DeliveryState.SENT;
    if (bounces) {
      Progress back = progress.step(DeliveryEvent.BOUNCE, clock.instant()).said(sentence);
      kind.update(tx, kind.with(value, back));
    } else {
      LastAnswer.add(tx, kind, value, sentence);
    }
  }

  /** A mailbox may be read anew from its beginning, long after the address was mended. */
  private static boolean isAboutAnEarlierAttempt(Progress progress, ReturnedMail returned) {
    return progress
        .sentAt()
        .flatMap(sent -> returned.receivedAt().map(at -> at.plus(CLOCKS_DIFFER).isBefore(sent)))
        .orElse(false);
  }

  private static String sentence(ReturnedMail returned) {
    String what =
        switch (returned.kind()) {
          case FAILED -> "It came back: ";
          case DELAYED -> "A server on the way has not delivered it yet: ";
          case DELIVERED -> "A server on the way says that it was delivered or passed on: ";
        };
    return LastAnswer.storable(what + said(returned));
  }

  /** The code first: the words behind it are anybody's. */
  private static String said(ReturnedMail returned) {
    String status = returned.status().strip();
    String diagnostic = returned.diagnostic().strip();
    if (status.isEmpty() || diagnostic.contains(status)) {
      return diagnostic;
    }
    return diagnostic.isEmpty() ? status : status + " " + diagnostic;
  }
}
