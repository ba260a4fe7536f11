package org.daybook.core.control;

import java.util.List;
import java.util.Optional;
import org.daybook.api.notice.Notice;
import org.daybook.api.visit.Visit;

/** A rule about what a visit left behind, asked once when it was closed or corrected. */
interface ClosingRule extends Rule {
  Optional<Fact> fact(Look look, Visit closed);

  /** Closed visits are history, which nobody searches every minute. */
  @Override
  default List<Fact> facts(Look look) {
    return List.of();
  }

  @Override
  default Optional<Fact> still(Look look, Notice told) {
    return look.visit(told)
        .filter(visit -> !look.isPast(told, visit))
        .flatMap(visit -> fact(look, visit));
  }
}
