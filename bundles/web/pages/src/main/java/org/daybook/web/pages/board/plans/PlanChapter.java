package org.daybook.web.pages.board.plans;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.daybook.api.access.Actor;
import org.daybook.api.error.DaybookException;
import org.daybook.web.pages.Parts;
import org.daybook.web.pages.board.Asked;
import org.daybook.web.pages.board.BoardPages;
import org.daybook.web.pages.board.BoardRoute;
import org.daybook.web.pages.board.Chapter;
import org.daybook.web.pages.board.DetailView;
import org.daybook.web.pages.board.SeenVersion;
import org.daybook.web.pages.board.Tried;
import org.daybook.web.pages.board.Words;
import org.daybook.web.pages.http.Answer;
import org.daybook.web.pages.http.Trouble;
import org.daybook.web.pages.http.TroubleException;
import org.daybook.web.pages.template.Templates;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Plans a month, and puts the plan into the calendar; its visits are moved there. */
@Component(service = Chapter.class)
public final class PlanChapter implements Chapter {
  private final Parts parts;
  private final BoardPages pages;

  @Activate
  public PlanChapter(@Reference Parts parts, @Reference Templates templates) {
    this.parts = parts;
    this.pages = new BoardPages(parts, templates);
  }

  @Override
  public List<BoardRoute> routes() {
    return List.of(
        BoardRoute.get("/board/plans/{id}", BoardRoute.OFFICE, asked -> page(asked, Tried.NOTHING)),
        route("propose", (actor, plan, seen, month) -> parts.planning().propose(actor, month)),
        route("replan", (actor, plan, seen, month) -> parts.planning().replan(actor, plan, seen)),
        route("publish", (actor, plan, seen, month) -> parts.planning().publish(actor, plan, seen)),
        route(
            "discard", (actor, plan, seen, month) -> parts.planning().discard(actor, plan, seen)));
  }

  @Override
  public String home() {
    return "/board/calendar";
  }

  private BoardRoute route(String action, Change change) {
    return BoardRoute.post(
        "/board/plans/{id}/" + action, BoardRoute.OFFICE, asked -> change(asked, action, change));
  }

  private Answer page(Asked asked, Tried tried) {
    YearMonth month = month(asked);
    DetailView view = pages.read(asked, look -> PlanPage.of(look, month, asked.root(), tried));
    Optional<PlanTables> tables =
        pages.read(
            asked,
            look -> PlanPage.live(look, month).map(plan -> PlanTables.of(look, parts, plan)));
    DetailView whole =
        tables
            .map(each -> pages.part(asked, PlanChapter.class, "tables.vm", each))
            .map(view::withPiece)
            .orElse(view);
    return tried.errors().on(pages.detail(asked, PlanChapter.class, whole));
  }

  private Answer change(Asked asked, String action, Change change) {
    YearMonth month = month(asked);
    asked.requireKey(purpose(action, month));
    String plan = asked.sent().get("plan");
    Actor actor = asked.visitor().actor();
    try {
      change.of(actor, plan, SeenVersion.in(asked.sent()), month);
      return BoardPages.done(asked, "/board/plans/" + month, action);
    } catch (DaybookException e) {
      return page(asked, Tried.of(action, asked, e, words(asked)));
    }
  }

  static String purpose(String action, YearMonth month) {
    return "plan-" + action + ":" + month;
  }

  private static YearMonth month(Asked asked) {
    try {
      return YearMonth.parse(asked.id());
    } catch (DateTimeException e) {
      throw new TroubleException(Trouble.NOT_FOUND);
    }
  }

  private static Words words(Asked asked) {
    return asked.words().of(PlanChapter.class);
  }

  /** What a button does. */
  private interface Change {
    void of(Actor actor, String planId, OptionalLong seen, YearMonth month);
  }
}
