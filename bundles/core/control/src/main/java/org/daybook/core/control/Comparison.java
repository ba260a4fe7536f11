package org.daybook.core.control;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.daybook.api.access.Actor;
import org.daybook.api.error.DaybookException;
import org.daybook.api.notice.Notice;
import org.daybook.api.notice.NoticeKind;
import org.daybook.api.notice.Notices;
import org.daybook.api.store.NoticeQuery;
import org.daybook.api.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the notices that stand those of the facts that stand. What is already so costs only
 * reading; each difference is a transaction of its own, so that one that fails stops no other.
 */
final class Comparison {
  private static final Logger LOG = LoggerFactory.getLogger(Comparison.class);
  private static final Actor CONTROL = Actor.system("control");

  private final Store store;
  private final Notices notices;
  private final Words words;
  private final List<? extends Rule> rules;

  Comparison(Store store, Notices notices, Words words, List<? extends Rule> rules) {
    this.store = store;
    this.notices = notices;
    this.words = words;
    this.rules = rules;
  }

  void run(Instant moment) {
    Map<NoticeKind, Map<String, Notice>> standing = standing();
    for (Rule rule : rules) {
      try {
        compare(rule, standing.getOrDefault(rule.kind(), Map.of()), moment);
      } catch (RuntimeException e) {
        // A row that one rule stumbles over must not silence the others.
        LOG.warn("What {} is about was not looked for: {}", rule.kind(), e.toString());
      }
    }
  }

  private Map<NoticeKind, Map<String, Notice>> standing() {
    NoticeQuery ours =
        NoticeQuery.builder()
            .kinds(rules.stream().map(Rule::kind).toList())
            .addStates(Notice.State.RAISED, Notice.State.ACKNOWLEDGED)
            .build();
    Map<NoticeKind, Map<String, Notice>> standing = new HashMap<>();
    store
        .read(tx -> tx.notices().all(ours))
        .forEach(
            notice ->
                standing
                    .computeIfAbsent(notice.kind(), kind -> new LinkedHashMap<>())
                    .put(notice.key(), notice));
    return standing;
  }

  private void compare(Rule rule, Map<String, Notice> standing, Instant moment) {
    List<Runnable> changes = store.read(tx -> changes(rule, standing, new Look(tx, moment, words)));
    for (Runnable change : changes) {
      try {
        change.run();
      } catch (DaybookException overtaken) {
        // Somebody was faster: the next look sees what came of it.
        LOG.debug("{} waits for the next look: {}", rule.kind(), overtaken.getMessage());
      }
    }
  }

  private List<Runnable> changes(Rule rule, Map<String, Notice> standing, Look look) {
    Map<String, Fact> facts = new LinkedHashMap<>();
    rule.facts(look).forEach(fact -> facts.put(fact.key(), fact));
    List<Runnable> changes = new ArrayList<>();
    standing.forEach(
        (key, notice) -> {
          Optional<Fact> now = Optional.ofNullable(facts.remove(key));
          Optional<Fact> fact = now.or(() -> rule.still(look, notice));
          if (fact.isEmpty()) {
            changes.add(() -> notices.withdraw(rule.kind(), key));
          } else if (now.filter(each -> isForAnother(notice, each)).isPresent()) {
            changes.add(() -> tellAnother(rule, fact.get()));
          } else if (!fact.get().subject().equals(notice.subject())) {
            changes.add(() -> renew(notice, fact.get().subject()));
          }
        });
    facts.values().forEach(fact -> changes.add(() -> raise(rule, fact)));
    return changes;
  }

  /**
   * Whether what is urgent is somebody else's to save now; that the one before has seen it helps
   * nobody. What can wait stays with whom it was told, and so does what is over and still stands.
   */
  private static boolean isForAnother(Notice notice, Fact fact) {
    return notice.urgency() == Notice.Urgency.URGENT
        && !fact.recipientId().equals(notice.recipientId());
  }

  private void tellAnother(Rule rule, Fact fact) {
    store.inTransaction(
        CONTROL,
        tx -> {
          notices.withdraw(rule.kind(), fact.key());
          raise(rule, fact);
          return null;
        });
  }

  private void raise(Rule rule, Fact fact) {
    store.inTransaction(
        CONTROL,
        tx -> {
          rule.told(tx, fact);
          return notices.raise(rule.kind(), fact.key(), fact.subject(), fact.recipientId());
        });
  }

  private void renew(Notice notice, String subject) {
    store.inTransaction(
        CONTROL,
        tx ->
            tx.notices()
                .findForUpdate(notice.id())
                .filter(now -> now.state() != Notice.State.WITHDRAWN)
                .map(now -> tx.notices().update(now.toBuilder().subject(subject).build())));
  }
}
