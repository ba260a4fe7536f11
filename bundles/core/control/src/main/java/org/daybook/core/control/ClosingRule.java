package org.daybook.core.control;

import java.util.List;
import java.util.Optional;
import org.daybook.api.notice.Notice;
import org.daybook.api.visit.Visit;

/** A rule about what a visit left behind, asked once when it was closed or corrected. */
interface ClosingRule extends Rule {
  /** What a closed visit left behind, each with a key of its own. */
  List<Fact> facts(Look look, Visit closed);

  /** Closed visits are history, which nobody searches every minute. */
  @Override
  default List<Fact> facts(Look look) {
    return List.of();
  }

  @Override
  default Optional<Fact> still(Look look, Notice told) {
    return look.visit(told).stream()
        .filter(visit -> !look.isPast(told, visit))
        .flatMap(visit -> facts(look, visit).stream())
        .filter(fact -> fact.key().equals(told.key()))
        .findFirst();
  }
}
