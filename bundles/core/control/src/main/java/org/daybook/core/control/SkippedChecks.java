package org.daybook.core.control;

import java.util.List;
import org.daybook.api.directory.Asset;
import org.daybook.api.notice.NoticeKind;
import org.daybook.api.store.CheckQuery;
import org.daybook.api.visit.Check;
import org.daybook.api.visit.CheckState;
import org.daybook.api.visit.Visit;

/**
 * A visit left checks out, for a reason each. It goes away when somebody has been there again, or
 * when the record is corrected. A check without any answer is a violation.
 */
final class SkippedChecks extends VisitRule implements ClosingRule {
  @Override
  public NoticeKind kind() {
    return NoticeKind.CHECKS_SKIPPED;
  }

  @Override
  public List<Fact> facts(Look look, Visit closed) {
    List<String> skipped =
        look
            .tx()
            .checks()
            .all(CheckQuery.builder().visitId(closed.id()).addStates(CheckState.SKIPPED).build())
            .stream()
            .map(check -> describe(look, check))
            .toList();
    if (skipped.isEmpty() || look.isSucceeded(closed)) {
      return List.of();
    }
    return List.of(
        fact(
            look,
            closed,
            look.about("visit.skipped", closed)
                .with("count", skipped.size())
                .with("list", look.words().list(skipped))));
  }

  private static String describe(Look look, Check check) {
    return look.tx()
        .assets()
        .find(check.assetId())
        .map(Asset::name)
        .map(name -> check.title() + " (" + name + ")")
        .orElse(check.title());
  }
}
