package org.daybook.web.pages.board.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.daybook.api.access.Role;
import org.daybook.api.visit.Visit;
import org.daybook.web.pages.Assets;
import org.daybook.web.pages.Parts;
import org.daybook.web.pages.board.Asked;
import org.daybook.web.pages.board.BoardPages;
import org.daybook.web.pages.board.BoardRoute;
import org.daybook.web.pages.board.Chapter;
import org.daybook.web.pages.board.DetailView;
import org.daybook.web.pages.board.Look;
import org.daybook.web.pages.board.Words;
import org.daybook.web.pages.http.Answer;
import org.daybook.web.pages.template.Templates;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Visits: today's, the calendar, the page of one, and the forms that change it. */
@Component(service = Chapter.class)
public final class CalendarChapter implements Chapter {
  /** Who takes emergencies on. */
  static final Set<Role> DESK = Set.of(Role.ADMIN, Role.MANAGER, Role.SUPPORT);

  private final Parts parts;
  private final BoardPages pages;
  private final VisitForms forms;
  private final List<VisitAction> actions;
  private final NewVisits planned;
  private final NewVisits emergencies;

  @Activate
  public CalendarChapter(@Reference Parts parts, @Reference Templates templates) {
    this.parts = parts;
    this.pages = new BoardPages(parts, templates);
    this.forms = new VisitForms(pages, templates);
    this.actions =
        List.of(
            new MoveForm(parts),
            new AssignForm(parts),
            new CloseForm(parts),
            new SendForm(parts),
            new CancelForm(parts));
    this.planned = new NewVisits(new PlannedForm(parts), pages, templates);
    this.emergencies = new NewVisits(new EmergencyForm(parts), pages, templates);
  }

  @Override
  public List<BoardRoute> routes() {
    List<BoardRoute> routes = new ArrayList<>();
    routes.add(BoardRoute.get("/board/calendar", BoardRoute.OFFICE, this::calendar));
    routes.add(BoardRoute.get("/board/today", BoardRoute.SEE_VISITS, this::today));
    routes.add(BoardRoute.get("/board/visits/{id}", BoardRoute.SEE_VISITS, this::visit));
    for (VisitAction action : actions) {
      String path = "/board/visits/{id}/" + action.name();
      routes.add(BoardRoute.get(path, action.roles(), asked -> forms.show(asked, action)));
      routes.add(BoardRoute.post(path, action.roles(), asked -> forms.send(asked, action)));
    }
    routes.add(BoardRoute.get("/board/visits/new", BoardRoute.OFFICE, planned::show));
    routes.add(BoardRoute.post("/board/visits", BoardRoute.OFFICE, planned::send));
    routes.add(BoardRoute.get("/board/emergencies/new", DESK, emergencies::show));
    routes.add(BoardRoute.post("/board/emergencies", DESK, emergencies::send));
    return routes;
  }

  @Override
  public List<Entry> entries() {
    return List.of(
        new Entry(50, "calendar", "/board/calendar"),
        Entry.more(550, "emergency", "/board/emergencies/new"));
  }

  private Answer calendar(Asked asked) {
    Words words = VisitForms.words(asked);
    CalendarView view =
        pages.read(
            asked,
            look -> {
              LocalDate today = look.now().atZone(words.zone()).toLocalDate();
              Span span = Span.of(asked.sent(), today);
              return new CalendarPage(look, words, parts, span, asked.root()).view();
            });
    return pages.page(
        asked,
        CalendarChapter.class,
        "calendar.vm",
        words.get("calendar.title", view.title()),
        view);
  }

  /** It is put into the first page: addresses in it are relative to that. */
  private Answer today(Asked asked) {
    Asked there = asked.into("/board");
    TodayView view = pages.read(there, look -> Today.of(look, there.root()));
    return pages.piece(there, CalendarChapter.class, "today.vm", view);
  }

  private Answer visit(Asked asked) {
    VisitView view = pages.read(asked, look -> visit(look, asked));
    String title = view.detail().eyebrow() + ": " + view.detail().title();
    return pages.page(asked, CalendarChapter.class, "visit.vm", title, view);
  }

  private VisitView visit(Look look, Asked asked) {
    DetailView detail = VisitPage.of(look, asked.id(), asked.root());
    Visit visit = look.tx().visits().find(asked.id()).orElseThrow();
    Words words = VisitForms.words(asked);
    return new VisitView(
        detail,
        actions.stream()
            .filter(
                action -> action.fits(visit, look) && action.roles().contains(look.actor().role()))
            .map(
                action ->
                    new VisitView.Button(
                        words.get("action." + action.name()),
                        asked.root()
                            + "board/visits/"
                            + visit.id()
                            + "/"
                            + action.name()
                            + "?version="
                            + visit.version()))
            .toList(),
        VisitPapers.of(visit, look, words, asked.root()),
        Assets.href(asked.root(), "board.js"));
  }
}
