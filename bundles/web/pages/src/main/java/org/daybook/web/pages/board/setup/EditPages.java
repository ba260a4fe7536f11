package org.daybook.web.pages.board.setup;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.daybook.api.access.Role;
import org.daybook.api.directory.Client;
import org.daybook.api.error.Category;
import org.daybook.api.error.DaybookException;
import org.daybook.api.store.ClientQuery;
import org.daybook.web.pages.Parts;
import org.daybook.web.pages.board.Asked;
import org.daybook.web.pages.board.BoardPages;
import org.daybook.web.pages.board.BoardRoute;
import org.daybook.web.pages.board.Look;
import org.daybook.web.pages.board.Section;
import org.daybook.web.pages.board.Words;
import org.daybook.web.pages.board.form.Field;
import org.daybook.web.pages.board.form.FormErrors;
import org.daybook.web.pages.board.form.FormView;
import org.daybook.web.pages.http.Answer;
import org.daybook.web.pages.http.Form;
import org.daybook.web.pages.http.Trouble;
import org.daybook.web.pages.http.TroubleException;
import org.daybook.web.pages.template.SafeHtml;
import org.daybook.web.pages.template.Templates;

/**
 * The pages that add and change things of one kind. Who was too slow sees what somebody else made
 * of it meanwhile, beside what they typed.
 */
final class EditPages<T> {
  private final Templates templates;
  private final BoardPages pages;
  private final Editor<T> editor;

  EditPages(Parts parts, Templates templates, Editor<T> editor) {
    this.templates = templates;
    this.pages = new BoardPages(parts, templates);
    this.editor = editor;
  }

  List<BoardRoute> routes() {
    List<BoardRoute> routes = new ArrayList<>(changing(Setup.path(editor.kind()) + "/{id}"));
    String added = Setup.path(editor.kind()) + "/new";
    routes.add(BoardRoute.get(added, BoardRoute.OFFICE, this::show));
    routes.add(BoardRoute.post(added, BoardRoute.OFFICE, this::keep));
    return routes;
  }

  /** The routes for things that are never added. */
  List<BoardRoute> changing(String path) {
    Set<Role> office = BoardRoute.OFFICE;
    return List.of(
        BoardRoute.get(path, office, this::show), BoardRoute.post(path, office, this::keep));
  }

  private Answer show(Asked asked) {
    return page(asked, Form.EMPTY, FormErrors.NONE, false);
  }

  private Answer keep(Asked asked) {
    asked.requireKey(purpose(asked));
    Words words = asked.words().of(Setup.class);
    try {
      return pages.once(asked, () -> kept(asked));
    } catch (DaybookException e) {
      boolean stale = e.category() == Category.STALE;
      return page(asked, asked.sent(), errors(e, words), stale);
    }
  }

  private Answer kept(Asked asked) {
    Optional<T> now = pages.read(asked, look -> now(look, asked));
    Typed typed = new Typed(asked.sent());
    T value = editor.typed(typed, now, asked.sent().get("clientId"));
    typed.throwIfAny();
    T kept = editor.keep(asked.visitor().actor(), value);
    return BoardPages.done(asked, editor.next(kept), now.isEmpty() ? "added" : "kept");
  }

  private FormErrors errors(DaybookException thrown, Words words) {
    String refusal = words.getOr("refused." + editor.kind(), "");
    if (thrown.category() == Category.REFUSED && !refusal.isEmpty()) {
      return FormErrors.NONE.with(editor.refused(), refusal);
    }
    return thrown.category() == Category.FORBIDDEN
        ? FormErrors.NONE.with("", words.get("refused.forbidden"))
        : FormErrors.of(thrown, words);
  }

  private static String purpose(Asked asked) {
    return "setup:" + asked.path();
  }

  private Optional<T> now(Look look, Asked asked) {
    if (asked.id().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        editor
            .find(look.tx(), asked.id())
            .orElseThrow(() -> new TroubleException(Trouble.NOT_FOUND)));
  }

  private Answer page(Asked asked, Form sent, FormErrors errors, boolean stale) {
    EditView view = pages.read(asked, look -> view(look, asked, sent, errors, stale));
    String title = view.eyebrow().isBlank() ? view.title() : view.eyebrow() + ": " + view.title();
    Answer page = pages.page(asked, Setup.class, "edit.vm", title, view);
    return errors.on(page);
  }

  private EditView view(Look look, Asked asked, Form sent, FormErrors errors, boolean stale) {
    Words words = asked.words().of(Setup.class);
    Optional<T> now = now(look, asked);
    String clientId = now.map(editor::clientId).orElseGet(() -> client(asked));
    if (now.isEmpty() && editor.ofClient() && look.client(clientId).isEmpty()) {
      return choosing(look, asked, words);
    }
    FormErrors told = stale ? compared(look, asked, now, clientId, sent, errors, words) : errors;
    FormView form = form(look, asked, now, clientId, sent, told, stale);
    String kind = words.get("one." + editor.kind());
    return new EditView(
        up(look, clientId, words),
        now.isPresent() ? kind : "",
        now.map(editor::title).orElseGet(() -> words.get("new." + editor.kind())),
        words.getOr("intro." + editor.kind(), ""),
        form.html(templates, words),
        now.map(value -> editor.parts(look, value)).orElse(List.of()));
  }

  /** Of what was sent, else of the address. */
  private static String client(Asked asked) {
    String sent = asked.sent().get("clientId");
    return sent.isBlank() ? asked.sent().get("client") : sent;
  }

  private FormView form(
      Look look,
      Asked asked,
      Optional<T> now,
      String clientId,
      Form sent,
      FormErrors errors,
      boolean stale) {
    Words words = asked.words().of(Setup.class);
    FormView.Builder form = new FormView.Builder(words, sent, errors).about(editor.kind());
    editor.fields(form, look, now, clientId);
    if (editor.ofClient()) {
      form.hidden("clientId", clientId);
    }
    String seen = sent.get("version");
    now.ifPresent(
        value ->
            form.hidden(
                "version", stale || seen.isEmpty() ? String.valueOf(editor.version(value)) : seen));
    String button = words.get(now.isPresent() ? "keep" : "add");
    String action = asked.root() + asked.path().substring(1);
    return form.build("edit", action, asked.visitor().key(purpose(asked)), button);
  }

  /** What the thing is now, beside every field where something else was typed. */
  private FormErrors compared(
      Look look,
      Asked asked,
      Optional<T> now,
      String clientId,
      Form sent,
      FormErrors errors,
      Words words) {
    List<Field> kept = form(look, asked, now, clientId, Form.EMPTY, errors, true).fields();
    List<Field> typed = form(look, asked, now, clientId, sent, errors, true).fields();
    FormErrors told = errors;
    for (int i = 0; i < kept.size(); i++) {
      Field is = kept.get(i);
      if (!is.hidden() && !is.value().equals(typed.get(i).value())) {
        told = told.with(is.name(), words.get("now", shown(is, words)));
      }
    }
    return told;
  }

  private static String shown(Field field, Words words) {
    String text =
        switch (field.kind()) {
          case BOX -> words.get(field.has("on") ? "yes" : "no");
          case CHOICE, BOXES ->
              String.join(
                  ", ",
                  field.options().stream()
                      .filter(
                          option ->
                              field.boxes()
                                  ? field.ticked(option.value())
                                  : field.has(option.value()))
                      .map(Field.Option::label)
                      .toList());
          default -> field.value();
        };
    return text.isBlank() ? "—" : text;
  }

  /** Whose it will be, before anything else. */
  private EditView choosing(Look look, Asked asked, Words words) {
    List<Client> clients = look.tx().clients().all(ClientQuery.builder().active(true).build());
    List<Section.Line> lines =
        clients.stream()
            .sorted(Comparator.comparing(Client::name))
            .map(
                client ->
                    new Section.Line(
                        client.name(),
                        look.link(asked.path()) + "?client=" + client.id(),
                        "",
                        "plain",
                        client.code()))
            .toList();
    return new EditView(
        new Link(words.get("setup"), look.link(Setup.PATH)),
        "",
        words.get("new." + editor.kind()),
        "",
        SafeHtml.rendered(""),
        List.of(Part.of(new Section("whose", words.get("whose"), "", lines))));
  }

  private Link up(Look look, String clientId, Words words) {
    boolean own = editor.kind().equals("clients");
    return look.client(clientId)
        .filter(client -> !own)
        .map(
            client -> new Link(client.name(), look.link(Setup.path("clients") + "/" + client.id())))
        .orElseGet(
            () ->
                new Link(words.get("list." + editor.kind()), look.link(Setup.path(editor.kind()))));
  }
}
