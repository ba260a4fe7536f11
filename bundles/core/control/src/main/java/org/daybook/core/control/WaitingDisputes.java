package org.daybook.core.control;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.daybook.api.dispute.Dispute;
import org.daybook.api.dispute.DisputeState;
import org.daybook.api.notice.NoticeKind;
import org.daybook.api.store.DisputeQuery;

/**
 * Nobody has decided a dispute in time. Each further time of the same length is a fact of its own
 * that ends the one before, so that it is told anew to whoever has seen it and done nothing.
 */
final class WaitingDisputes implements Rule {
  private final Duration patience;

  WaitingDisputes(Duration patience) {
    this.patience = patience;
  }

  @Override
  public NoticeKind kind() {
    return NoticeKind.DISPUTE_WAITING;
  }

  @Override
  public List<Fact> facts(Look look) {
    DisputeQuery.Builder undecided = DisputeQuery.builder();
    Stream.of(DisputeState.values())
        .filter(state -> !state.isDecided())
        .forEach(undecided::addStates);
    return look.tx().disputes().all(undecided.build()).stream()
        .flatMap(dispute -> waiting(look, dispute).stream())
        .toList();
  }

  private Optional<Fact> waiting(Look look, Dispute dispute) {
    long times = Duration.between(dispute.openedAt(), look.now()).dividedBy(patience);
    if (times < 1) {
      return Optional.empty();
    }
    String sentence =
        DisputeNotices.about(look.words(), "dispute.waiting", look.tx(), dispute)
            .with("hours", patience.multipliedBy(times).toHours())
            .toString();
    return Optional.of(
        new Fact(
            DisputeNotices.key(dispute) + ":" + times,
            sentence,
            look.managerOf(Optional.of(dispute.engineerId()), dispute.clientId())));
  }
}
