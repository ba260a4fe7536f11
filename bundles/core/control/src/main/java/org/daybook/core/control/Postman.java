package org.daybook.core.control;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.daybook.api.access.Actor;
import org.daybook.api.access.Role;
import org.daybook.api.delivery.NoticeChannel;
import org.daybook.api.delivery.NoticeMessage;
import org.daybook.api.directory.NoticeMail;
import org.daybook.api.directory.StaffMember;
import org.daybook.api.notice.Notice;
import org.daybook.api.store.NoticeQuery;
import org.daybook.api.store.PageRequest;
import org.daybook.api.store.StaffQuery;
import org.daybook.api.store.Store;
import org.daybook.api.store.Transaction;

/**
 * Takes notices from the board to people: at once, after the quiet time, or in a digest. What no
 * channel took stays to be told.
 */
final class Postman {
  private static final Actor CONTROL = Actor.system("control");

  /** A fact that comes and goes is not told more often, unless it is urgent. */
  private static final Duration UNTIL_AGAIN = Duration.ofHours(1);

  private static final Comparator<Notice> URGENT_FIRST =
      Comparator.comparing(Notice::urgency).reversed().thenComparing(Notice::raisedAt);

  private final Store store;
  private final Channels channels;
  private final Settings.Telling telling;
  private final Words words;

  Postman(Store store, Channels channels, Settings.Telling telling, Words words) {
    this.store = store;
    this.channels = channels;
    this.telling = telling;
    this.words = words;
  }

  void run(List<NoticeChannel> there, Instant moment) {
    channels.forgetAllBut(there);
    List<Letter> letters = store.read(tx -> letters(tx, moment));
    letters.stream()
        .filter(letter -> letter.at().isAfter(moment))
        .forEach(letter -> put(letter.notice(), now -> now.tellAt(letter.at())));
    List<Letter> due = letters.stream().filter(letter -> !letter.at().isAfter(moment)).toList();
    Map<String, Channels.Outcome> outcomes = new HashMap<>();
    for (Bundle bundle : bundles(due)) {
      for (NoticeMessage message : messages(bundle)) {
        Channels.Outcome outcome = channels.tell(there, message, moment);
        message.notices().forEach(notice -> outcomes.merge(notice.id(), outcome, Postman::better));
      }
    }
    for (Letter letter : due) {
      settle(letter, outcomes.get(letter.notice().id()), moment);
    }
  }

  /**
   * A notice, whom it is for, and when they are to have it.
   *
   * @param people more than one only for the operators
   */
  private record Letter(Notice notice, List<StaffMember> people, Instant at) {}

  /** What one person is to have now. */
  private record Bundle(StaffMember to, List<Notice> notices) {}

  private List<Letter> letters(Transaction tx, Instant moment) {
    NoticeQuery due =
        NoticeQuery.builder()
            .addStates(Notice.State.RAISED)
            .tellUntil(moment.plusMillis(1))
            .build();
    List<Letter> letters = new ArrayList<>();
    Map<String, List<StaffMember>> people = new HashMap<>();
    for (Notice notice : tx.notices().all(due)) {
      List<StaffMember> recipients =
          people.computeIfAbsent(
              notice.addresseeId().orElse(""), id -> people(tx, notice.addresseeId()));
      letters.add(new Letter(notice, recipients, when(tx, notice, recipients, moment)));
    }
    return letters;
  }

  private static List<StaffMember> people(Transaction tx, Optional<String> addressee) {
    if (addressee.isPresent()) {
      return addressee.flatMap(tx.staff()::find).filter(StaffMember::active).stream().toList();
    }
    return tx.staff().all(StaffQuery.builder().addRoles(Role.ADMIN).active(true).build());
  }

  private Instant when(Transaction tx, Notice notice, List<StaffMember> people, Instant moment) {
    if (notice.urgency() == Notice.Urgency.URGENT || people.isEmpty()) {
      return moment;
    }
    boolean fresh =
        notice.tellAt().equals(notice.escalatedAt().or(() -> Optional.of(notice.raisedAt())));
    QuietTime quiet = telling.quiet();
    return fresh && people.stream().allMatch(Postman::wantsDigest)
        ? quiet.digestAfter(moment)
        : quiet.endAfter(
            lastTold(tx, notice)
                .map(at -> at.plus(UNTIL_AGAIN))
                .filter(moment::isBefore)
                .orElse(moment));
  }

  /** When people were told of the same fact before it went away and came again. */
  private static Optional<Instant> lastTold(Transaction tx, Notice notice) {
    NoticeQuery told =
        NoticeQuery.builder().addKinds(notice.kind()).key(notice.key()).sent(true).build();
    // The notice itself may be one of them.
    PageRequest newest = new PageRequest(2, Optional.empty(), true);
    return tx.notices().list(told, newest).items().stream()
        .filter(each -> !each.id().equals(notice.id()))
        .map(Notice::sentAt)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static boolean wantsDigest(StaffMember member) {
    return member.noticeMail() == NoticeMail.DAILY_DIGEST;
  }

  private static List<Bundle> bundles(List<Letter> due) {
    Map<String, Bundle> bundles = new LinkedHashMap<>();
    for (Letter letter : due) {
      for (StaffMember member : letter.people()) {
        bundles
            .computeIfAbsent(member.id(), id -> new Bundle(member, new ArrayList<>()))
            .notices()
            .add(letter.notice());
      }
    }
    bundles.values().forEach(bundle -> bundle.notices().sort(URGENT_FIRST));
    return List.copyOf(bundles.values());
  }

  /** One by one, or all in one: a digest, or more than anybody wants to get one by one. */
  private List<NoticeMessage> messages(Bundle bundle) {
    List<Notice> notices = bundle.notices();
    boolean together = wantsDigest(bundle.to()) || notices.size() > telling.lettersAtOnce();
    return together
        ? List.of(message(bundle.to(), notices))
        : notices.stream().map(notice -> message(bundle.to(), List.of(notice))).toList();
  }

  private NoticeMessage message(StaffMember to, List<Notice> notices) {
    return NoticeMessage.builder()
        .key(key(to, notices))
        .to(to)
        .notices(notices)
        .language(words.language())
        .build();
  }

  /** The same for the same notices at the same steps of their way up. */
  private static String key(StaffMember to, List<Notice> notices) {
    StringBuilder all = new StringBuilder();
    for (Notice notice : notices) {
      all.append(notice.id())
          .append(':')
          .append(notice.escalatedAt().map(Instant::toEpochMilli).orElse(0L))
          .append(' ');
    }
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(all.toString().getBytes(StandardCharsets.UTF_8));
      return "notices:" + to.id() + ":" + HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @param outcome null if there is nobody to tell
   */
  private void settle(Letter letter, Channels.Outcome outcome, Instant moment) {
    Notice notice = letter.notice();
    Optional<Instant> escalateAt =
        notice
            .escalateAt()
            .or(() -> outcome == null ? Optional.of(moment) : escalation(notice, moment))
            .filter(at -> notice.addresseeId().isPresent());
    if (outcome != Channels.Outcome.TROUBLE) {
      boolean taken = outcome == Channels.Outcome.TAKEN;
      put(
          notice,
          now ->
              now.sentAt(taken ? Optional.of(moment) : Optional.empty())
                  .tellAt(Optional.empty())
                  .escalateAt(escalateAt));
    } else if (!escalateAt.equals(notice.escalateAt())) {
      put(notice, now -> now.escalateAt(escalateAt));
    }
  }

  /** Not of what the engineer hears beside their manager, nor of what is with the operators. */
  private Optional<Instant> escalation(Notice notice, Instant moment) {
    return Optional.of(telling.escalateAfter(notice.urgency()))
        .filter(after -> !after.isZero())
        .filter(after -> !notice.key().endsWith(Fact.FOR_ENGINEER))
        .map(moment::plus);
  }

  /** Unless somebody acknowledged it, or it was withdrawn, meanwhile. */
  private void put(Notice seen, UnaryOperator<Notice.Builder> change) {
    store.inTransaction(
        CONTROL,
        tx ->
            tx.notices()
                .findForUpdate(seen.id())
                .filter(notice -> notice.state() == Notice.State.RAISED)
                .map(notice -> tx.notices().update(change.apply(notice.toBuilder()).build())));
  }

  private static Channels.Outcome better(Channels.Outcome one, Channels.Outcome other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
