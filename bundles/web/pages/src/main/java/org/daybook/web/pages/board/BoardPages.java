package org.daybook.web.pages.board;

import java.util.Map;
import org.daybook.api.error.RefusedException;
import org.daybook.api.store.Transaction;
import org.daybook.web.pages.Parts;
import org.daybook.web.pages.Styles;
import org.daybook.web.pages.http.Answer;
import org.daybook.web.pages.http.Form;
import org.daybook.web.pages.http.Trouble;
import org.daybook.web.pages.http.TroubleException;
import org.daybook.web.pages.template.SafeHtml;
import org.daybook.web.pages.template.Templates;

/** Answers whoever may open a page. */
final class BoardPages {
  private final Parts parts;
  private final Templates templates;
  private final Words words;

  BoardPages(Parts parts, Templates templates, Words words) {
    this.parts = parts;
    this.templates = templates;
    this.words = words;
  }

  /**
   * The page, or what came of a button.
   *
   * @param path the address
   * @param sent the query of what reads, the body of what writes
   */
  Answer answer(BoardRoutes.Found found, String path, Visitor visitor, Form sent) {
    String root = root(path);
    return switch (found.route().page()) {
      case ACKNOWLEDGE -> acknowledge(found.id(), root, visitor, sent);
      case BOARD -> {
        BoardView view = read(visitor, root, look -> new HomePage(parts, words).of(look, root));
        String title = words.get("board");
        yield page("board.vm", view, shell(title, "board", path, visitor, sent));
      }
      case FIGURES -> {
        FiguresView view = new FiguresPage(parts, words).of(sent, root);
        String title = words.get("figures.title", view.month());
        yield page("figures.vm", view, shell(title, "figures", path, visitor, sent));
      }
      case VISIT, TASK, DISPUTE, DELIVERY, CLIENT -> {
        DetailView view = read(visitor, root, look -> detail(found, look, root));
        String title = view.eyebrow() + ": " + view.title();
        yield page("detail.vm", view, shell(title, "", path, visitor, sent));
      }
    };
  }

  private static DetailView detail(BoardRoutes.Found found, Look look, String root) {
    return switch (found.route().page()) {
      case VISIT -> VisitPage.of(look, found.id(), root);
      case TASK -> TaskPage.of(look, found.id(), root);
      case DISPUTE -> DisputePage.of(look, found.id(), root);
      case DELIVERY -> DeliveryPage.of(look, found.id(), root);
      case CLIENT -> ClientPage.of(look, found.id(), root);
      case BOARD, FIGURES, ACKNOWLEDGE -> throw new TroubleException(Trouble.NOT_FOUND);
    };
  }

  private Answer acknowledge(String noticeId, String root, Visitor visitor, Form form) {
    if (!visitor.fits(form.get("key"), noticeId)) {
      throw new TroubleException(Trouble.FOREIGN_FORM);
    }
    String back = back(form.get("back"), visitor);
    try {
      parts.notices().acknowledge(visitor.actor(), noticeId);
      return Answer.seeOther(root + back + "?done=acknowledged#done");
    } catch (RefusedException e) {
      return Answer.seeOther(root + back + "?done=gone#done");
    }
  }

  /** Only to a page of ours that they may open: an address can say anything. */
  private static String back(String path, Visitor visitor) {
    return BoardRoutes.opens(visitor.actor().role(), path) ? path.substring(1) : "board";
  }

  private <T> T read(Visitor visitor, String root, java.util.function.Function<Look, T> work) {
    return parts
        .store()
        .read(
            (Transaction tx) ->
                work.apply(new Look(tx, visitor, words, parts.clock().instant(), root)));
  }

  private Shell shell(String title, String place, String path, Visitor visitor, Form query) {
    String done = query.get("done");
    boolean known = done.equals("acknowledged") || done.equals("gone");
    return new Shell(
        root(path),
        root(path) + "pages/page.css?v=" + Styles.version(),
        title,
        visitor.actor().name(),
        place,
        Own.seesAll(visitor.actor()),
        known ? words.get("done." + done) : "",
        path);
  }

  private Answer page(String template, Object view, Shell shell) {
    NoticeCards cards = new NoticeCards(templates, words, shell);
    Map<String, ?> values = Map.of("p", view, "w", words, "s", shell, "cards", cards);
    String content = templates.merge(BoardPages.class, template, values);
    SafeHtml merged = SafeHtml.rendered(content);
    String html =
        templates.merge(
            BoardPages.class, "shell.vm", Map.of("content", merged, "w", words, "s", shell));
    return Answer.html(200, words.language(), html);
  }

  /** The way from a path up to the root of the server: addresses on pages are relative. */
  static String root(String path) {
    long depth = path.chars().filter(c -> c == '/').count() - 1;
    return "../".repeat((int) Math.max(0, Math.min(depth, 100)));
  }
}
