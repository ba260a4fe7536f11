package org.daybook.web.pages.board;

import java.util.List;
import org.daybook.api.error.RefusedException;
import org.daybook.web.pages.Parts;
import org.daybook.web.pages.board.calendar.Today;
import org.daybook.web.pages.board.calendar.TodayView;
import org.daybook.web.pages.http.Answer;
import org.daybook.web.pages.template.SafeHtml;
import org.daybook.web.pages.template.Templates;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The first page with what waits for somebody, and the figures. */
@Component(service = Chapter.class)
public final class Overview implements Chapter {
  private final Parts parts;
  private final BoardPages pages;
  private final MonthInShort months;

  @Activate
  public Overview(@Reference Parts parts, @Reference Templates templates) {
    this.parts = parts;
    this.pages = new BoardPages(parts, templates);
    this.months = new MonthInShort(parts);
  }

  @Override
  public List<BoardRoute> routes() {
    return List.of(
        BoardRoute.get("/board", BoardRoute.STAFF, this::board),
        BoardRoute.get("/board/figures", BoardRoute.OFFICE, this::figures),
        BoardRoute.post("/board/notices/{id}/acknowledge", BoardRoute.STAFF, this::acknowledge));
  }

  @Override
  public List<Entry> entries() {
    return List.of(new Entry(0, "board", "/board"), Entry.more(900, "figures", "/board/figures"));
  }

  private Answer board(Asked asked) {
    HomePage page = new HomePage(parts.clock(), months, asked.words());
    SafeHtml today = today(asked);
    BoardView view = pages.read(asked, look -> page.of(look, asked.root(), today));
    return pages.page(asked, Overview.class, "board.vm", asked.words().get("board"), view);
  }

  /** For those who may open the pages that it leads to. */
  private SafeHtml today(Asked asked) {
    if (!BoardRoute.SEE_VISITS.contains(asked.visitor().actor().role())) {
      return SafeHtml.rendered("");
    }
    TodayView view = pages.read(asked, look -> Today.of(look, asked.root()));
    return pages.part(asked, Today.class, "today.vm", view);
  }

  private Answer figures(Asked asked) {
    FiguresView view = new FiguresPage(parts, asked.words()).of(asked.sent(), asked.root());
    String title = asked.words().get("figures.title", view.month());
    return pages.page(asked, Overview.class, "figures.vm", title, view);
  }

  private Answer acknowledge(Asked asked) {
    asked.requireKey("acknowledge:" + asked.id());
    String back = asked.back("/board");
    try {
      parts.notices().acknowledge(asked.visitor().actor(), asked.id());
      return BoardPages.done(asked, back, "acknowledged");
    } catch (RefusedException e) {
      return BoardPages.done(asked, back, "gone");
    }
  }
}
