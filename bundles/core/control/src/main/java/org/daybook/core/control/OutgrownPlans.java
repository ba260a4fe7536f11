package org.daybook.core.control;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.daybook.api.directory.Client;
import org.daybook.api.notice.NoticeKind;
import org.daybook.api.plan.Shortfall;

/**
 * A client's equipment asks for more visits than a published plan of this month or a later one has.
 * To find out takes reading everybody's equipment, so this is looked at by {@link OutgrownJob}.
 */
final class OutgrownPlans implements Rule {
  private final Function<YearMonth, List<Shortfall>> shortfalls;

  OutgrownPlans(Function<YearMonth, List<Shortfall>> shortfalls) {
    this.shortfalls = shortfalls;
  }

  @Override
  public NoticeKind kind() {
    return NoticeKind.PLAN_OUTGROWN;
  }

  @Override
  public List<Fact> facts(Look look) {
    YearMonth thisMonth = YearMonth.from(look.now().atZone(look.words().zone()));
    return shortfalls.apply(thisMonth).stream().map(each -> outgrown(look, each)).toList();
  }

  private static Fact outgrown(Look look, Shortfall shortfall) {
    Optional<Client> client = look.client(shortfall.clientId());
    String sentence =
        look.words()
            .sentence("plan.outgrown")
            .with("client", look.clientName(shortfall.clientId()))
            .with("month", look.words().month(shortfall.month()))
            .with("devices", shortfall.norm().devices())
            .with("planned", shortfall.planned())
            .with("due", shortfall.norm().visits())
            .toString();
    // Whoever answers for the client plans its visits; the engineer's manager otherwise.
    Optional<String> manager =
        client
            .flatMap(Client::managerId)
            .or(() -> look.managerOf(client.flatMap(Client::engineerId), shortfall.clientId()));
    return new Fact("client:" + shortfall.clientId(), sentence, manager);
  }
}
