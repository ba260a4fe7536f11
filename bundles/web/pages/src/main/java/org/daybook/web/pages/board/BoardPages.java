package org.daybook.web.pages.board;

import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.daybook.api.store.Transaction;
import org.daybook.web.pages.Assets;
import org.daybook.web.pages.Parts;
import org.daybook.web.pages.http.Answer;
import org.daybook.web.pages.template.SafeHtml;
import org.daybook.web.pages.template.Templates;

/** Makes the pages of the board, whatever chapter they belong to. */
public final class BoardPages {
  private final Parts parts;
  private final Templates templates;
  private final SentForms forms;

  /** Pages about what the platform knows. */
  public BoardPages(Parts parts, Templates templates) {
    this.parts = parts;
    this.templates = templates;
    this.forms = new SentForms(parts);
  }

  /** Looks at the store for somebody, inside one transaction. */
  public <T> T read(Asked asked, Function<Look, T> work) {
    Duration tolerance = parts.tolerance();
    return parts
        .store()
        .read(
            (Transaction tx) ->
                work.apply(new Look(tx, asked, parts.clock().instant(), tolerance)));
  }

  /**
   * A whole page.
   *
   * @param owner a class beside which the template and its words lie
   * @param template may read {@code $p} the view, {@code $w} the words, {@code $s} the shell,
   *     {@code $cards} for notices and {@code $forms} for forms
   * @param title of the window
   */
  public Answer page(Asked asked, Class<?> owner, String template, String title, Object view) {
    Shell shell = whole(asked, owner, title);
    String html =
        merge(
            asked,
            BoardPages.class,
            "shell.vm",
            content(asked, owner, template, view, shell),
            shell);
    return Answer.html(200, asked.words().language(), html);
  }

  /**
   * The page about one thing.
   *
   * @param owner a class beside which the words of its buttons lie, or those of the board
   */
  public Answer detail(Asked asked, Class<?> owner, DetailView view) {
    Shell shell = whole(asked, owner, view.eyebrow() + ": " + view.title());
    SafeHtml content = content(asked, BoardPages.class, "detail.vm", view, shell);
    String html = merge(asked, BoardPages.class, "shell.vm", content, shell);
    return Answer.html(200, asked.words().language(), html);
  }

  /** A piece of a page, for whoever has the rest already. */
  public Answer piece(Asked asked, Class<?> owner, String template, Object view) {
    String html = part(asked, owner, template, view).toString();
    return Answer.html(200, asked.words().language(), html);
  }

  /** A piece that another template inserts. */
  public SafeHtml part(Asked asked, Class<?> owner, String template, Object view) {
    return content(asked, owner, template, view, shell(asked, owner, "", Shell.Navigation.NONE));
  }

  /**
   * Does what a form asks for, unless this very form was sent before: then it only leads to where
   * it led. For whatever makes something new.
   *
   * @param work in one transaction; throws if it cannot be done
   */
  public Answer once(Asked asked, Supplier<Answer> work) {
    return forms.once(asked, work);
  }

  /**
   * Sends the browser to a page that says what has happened.
   *
   * @param path of a page of the board; may have a query
   * @param done which of the texts {@code done.…} says it, of the page's words or the board's
   */
  public static Answer done(Asked asked, String path, String done) {
    String mark = path.contains("?") ? "&" : "?";
    return Answer.seeOther(asked.root() + path.substring(1) + mark + "done=" + done + "#done");
  }

  private SafeHtml content(Asked asked, Class<?> owner, String template, Object view, Shell shell) {
    Words words = asked.words().of(owner);
    NoticeCards cards = new NoticeCards(templates, asked.words(), shell);
    FormCards forms = new FormCards(templates, words);
    Map<String, ?> values =
        Map.of("p", view, "w", words, "s", shell, "cards", cards, "forms", forms);
    return SafeHtml.rendered(templates.merge(owner, template, values));
  }

  private String merge(
      Asked asked, Class<?> owner, String template, SafeHtml content, Shell shell) {
    return templates.merge(
        owner, template, Map.of("content", content, "w", asked.words(), "s", shell));
  }

  private Shell whole(Asked asked, Class<?> owner, String title) {
    return shell(asked, owner, title, read(asked, look -> asked.routes().navigation(asked, look)));
  }

  private static Shell shell(
      Asked asked, Class<?> owner, String title, Shell.Navigation navigation) {
    Visitor visitor = asked.visitor();
    String done = asked.sent().get("done");
    return new Shell(
        asked.root(),
        Assets.href(asked.root(), "page.css"),
        Assets.href(asked.root(), "htmx.min.js"),
        title,
        visitor.actor().name(),
        visitor.session().isPresent() ? visitor.key("logout") : "",
        navigation,
        done.isEmpty() ? "" : asked.words().of(owner).getOr("done." + done, ""),
        Address.of(asked.path(), asked.query()));
  }
}
