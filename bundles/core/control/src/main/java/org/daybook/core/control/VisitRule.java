package org.daybook.core.control;

import java.util.Optional;
import org.daybook.api.visit.Visit;

/** What rules about visits share. */
abstract class VisitRule implements Rule {
  /** The fact that a visit is what the rule is about, told to whoever leads its engineer. */
  static Fact fact(Look look, Visit visit, Words.Sentence sentence) {
    return new Fact(
        "visit:" + visit.id(),
        sentence.toString(),
        look.managerOf(Optional.of(visit.engineerId()), visit.clientId()));
  }
}
