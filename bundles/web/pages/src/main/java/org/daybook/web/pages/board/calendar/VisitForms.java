package org.daybook.web.pages.board.calendar;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.daybook.api.error.DaybookException;
import org.daybook.api.error.StaleVersionException;
import org.daybook.api.visit.OpenItem;
import org.daybook.api.visit.Visit;
import org.daybook.web.pages.board.Asked;
import org.daybook.web.pages.board.BoardPages;
import org.daybook.web.pages.board.Details;
import org.daybook.web.pages.board.Facts;
import org.daybook.web.pages.board.Look;
import org.daybook.web.pages.board.Own;
import org.daybook.web.pages.board.Section;
import org.daybook.web.pages.board.Words;
import org.daybook.web.pages.board.form.FormErrors;
import org.daybook.web.pages.board.form.FormView;
import org.daybook.web.pages.http.Answer;
import org.daybook.web.pages.http.Trouble;
import org.daybook.web.pages.http.TroubleException;
import org.daybook.web.pages.template.SafeHtml;
import org.daybook.web.pages.template.Templates;

/** Shows the form of a {@link VisitAction}, and does what it says. */
final class VisitForms {
  private final BoardPages pages;
  private final Templates templates;

  VisitForms(BoardPages pages, Templates templates) {
    this.pages = pages;
    this.templates = templates;
  }

  /** The version of the visit that the sender saw. */
  static OptionalLong version(Asked asked) {
    String text = asked.sent().get("version");
    if (!text.matches("\\d{1,18}")) {
      throw new TroubleException(Trouble.MALFORMED);
    }
    return OptionalLong.of(Long.parseLong(text));
  }

  static String purpose(VisitAction action, String visitId) {
    return action.name() + ":" + visitId;
  }

  Answer show(Asked asked, VisitAction action) {
    return page(asked, action, FormErrors.NONE, List.of());
  }

  Answer send(Asked asked, VisitAction action) {
    asked.requireKey(purpose(action, asked.id()));
    version(asked);
    try {
      Before before = pages.read(asked, look -> Before.of(look, asked));
      String done = action.send(asked, before.visit(), before.zone());
      return BoardPages.done(asked, back(asked), done);
    } catch (StillOpenException e) {
      FormErrors missing = FormErrors.NONE.with("", words(asked).get("close.missing"));
      return page(asked, action, missing, e.open());
    } catch (DaybookException e) {
      return page(asked, action, FormErrors.of(e, words(asked)), List.of());
    }
  }

  /** A visit before something is done with it. */
  private record Before(Visit visit, ZoneId zone) {
    static Before of(Look look, Asked asked) {
      Visit visit = find(look, asked);
      return new Before(visit, Wall.zone(look, visit.clientId()));
    }
  }

  private static Visit find(Look look, Asked asked) {
    return Details.require(
        look.tx().visits().find(asked.id()), visit -> Own.isOf(look.actor(), visit, look.tx()));
  }

  static Words words(Asked asked) {
    return asked.words().of(CalendarChapter.class);
  }

  private Answer page(Asked asked, VisitAction action, FormErrors errors, List<OpenItem> open) {
    boolean piece = asked.sent().get("piece").equals("on");
    ActionView view = pages.read(asked, look -> view(look, asked, action, errors, open, piece));
    return errors.on(
        piece
            ? pages.piece(asked, CalendarChapter.class, "action.vm", view)
            : pages.page(
                asked, CalendarChapter.class, "action.vm", title(view, errors, asked), view));
  }

  private static String title(ActionView view, FormErrors errors, Asked asked) {
    return errors.isEmpty() ? view.title() : words(asked).get("title.wrong", view.title());
  }

  private ActionView view(
      Look look,
      Asked asked,
      VisitAction action,
      FormErrors errors,
      List<OpenItem> open,
      boolean piece) {
    Words words = words(asked);
    Visit visit = find(look, asked);
    FormErrors all = seen(asked, visit, errors, words);
    boolean fits = action.fits(visit, look);
    String note =
        fits
            ? action.note(look, visit, asked, words)
            : words.get("cannot." + action.name(), words.get("visit." + visit.state()));
    return new ActionView(
        piece,
        words.get("action." + action.name()),
        new Facts(look, visit.clientId())
            .client()
            .person("fact.engineer", Optional.of(visit.engineerId()))
            .moment("fact.planned", Optional.of(visit.plannedFor()))
            .moment("fact.dueBy", visit.dueBy())
            .all(),
        note,
        (open.isEmpty() && fits ? action.missing(visit) : open)
            .stream().map(item -> line(item, words)).toList(),
        fits || !errors.isEmpty() ? form(look, asked, action, visit, all) : SafeHtml.rendered(""),
        asked.root() + back(asked).substring(1));
  }

  /** Who dragged a visit that somebody else has moved meanwhile is told so at once. */
  private static FormErrors seen(Asked asked, Visit visit, FormErrors errors, Words words) {
    String version = asked.sent().get("version");
    boolean first = asked.sent().get("key").isBlank() && !version.isBlank();
    return first && !version.equals(String.valueOf(visit.version()))
        ? FormErrors.of(new StaleVersionException("visit", visit.id()), words)
        : errors;
  }

  private SafeHtml form(
      Look look, Asked asked, VisitAction action, Visit visit, FormErrors errors) {
    Words words = words(asked);
    FormView.Builder form =
        new FormView.Builder(words, asked.sent(), errors)
            .hidden("version", String.valueOf(visit.version()));
    for (String name : List.of("view", "from", Span.ONLY)) {
      form.hidden(name, asked.sent().get(name));
    }
    action.fields(form, look, visit, asked);
    return form.build(
            action.name(),
            asked.root() + "board/visits/" + visit.id() + "/" + action.name(),
            look.visitor().key(purpose(action, visit.id())),
            words.get("button." + action.name()))
        .html(templates, words);
  }

  private static Section.Line line(OpenItem item, Words words) {
    String title = item.asset().map(asset -> asset + ": ").orElse("") + item.title();
    return new Section.Line(title, "", words.get("missing." + item.kind()), "watch", "");
  }

  /** Into the calendar if they came from there, else to the visit. */
  private static String back(Asked asked) {
    String visit = "/board/visits/" + asked.id();
    return Span.carriedBy(asked.sent())
        .map(span -> "/board/calendar?" + span.query())
        .orElse(asked.routes().opens(asked.visitor().actor().role(), visit) ? visit : "/board");
  }
}
