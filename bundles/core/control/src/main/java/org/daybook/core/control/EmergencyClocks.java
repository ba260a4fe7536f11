package org.daybook.core.control;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.daybook.api.notice.NoticeKind;
import org.daybook.api.store.VisitQuery;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitKind;
import org.daybook.api.visit.VisitState;

/**
 * The time until an emergency's engineer is promised runs out: half of it is over, three quarters,
 * all. Each is a fact of its own that ends the one before, so that it is told anew; the engineer
 * hears of it as well. Over once somebody is there.
 */
final class EmergencyClocks implements Rule {
  /** How far the clock has run; what keys and sentences call it. */
  private enum Stage {
    HALF("half"),
    THREE_QUARTERS("threeQuarters"),
    PAST("past");

    private final String word;

    Stage(String word) {
      this.word = word;
    }
  }

  @Override
  public NoticeKind kind() {
    return NoticeKind.EMERGENCY_CLOCK;
  }

  @Override
  public List<Fact> facts(Look look) {
    VisitQuery running =
        VisitQuery.builder()
            .kind(VisitKind.EMERGENCY)
            .addStates(VisitState.SCHEDULED, VisitState.RESCHEDULED)
            .build();
    return look.tx().visits().all(running).stream().flatMap(visit -> told(look, visit)).toList();
  }

  private static Stream<Fact> told(Look look, Visit visit) {
    return stage(visit, look.now()).stream()
        .flatMap(
            stage -> {
              Optional<String> engineer = Optional.of(visit.engineerId());
              String key = "visit:" + visit.id() + ":" + stage.word;
              String said = "emergency." + stage.word;
              return Stream.of(
                  new Fact(
                      key, sentence(look, said, visit), look.managerOf(engineer, visit.clientId())),
                  new Fact(
                      key + Fact.FOR_ENGINEER,
                      sentence(look, said + ".engineer", visit),
                      engineer));
            });
  }

  private static Optional<Stage> stage(Visit visit, Instant now) {
    if (visit.requestedAt().isEmpty() || visit.dueBy().isEmpty()) {
      return Optional.empty();
    }
    Instant requested = visit.requestedAt().get();
    Duration all = Duration.between(requested, visit.dueBy().get());
    if (!now.isBefore(visit.dueBy().get())) {
      return Optional.of(Stage.PAST);
    } else if (!now.isBefore(requested.plus(all.multipliedBy(3).dividedBy(4)))) {
      return Optional.of(Stage.THREE_QUARTERS);
    } else if (!now.isBefore(requested.plus(all.dividedBy(2)))) {
      return Optional.of(Stage.HALF);
    }
    return Optional.empty();
  }

  private static String sentence(Look look, String key, Visit visit) {
    String due = look.words().moment(visit.dueBy().orElseThrow(), look.zone(visit.clientId()));
    return look.about(key, visit).with("due", due).toString();
  }
}
