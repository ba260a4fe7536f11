package org.daybook.web.pages.board.tasks;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.daybook.api.diary.SavedView;
import org.daybook.api.error.DaybookException;
import org.daybook.api.task.Task;
import org.daybook.web.pages.Parts;
import org.daybook.web.pages.board.Address;
import org.daybook.web.pages.board.Asked;
import org.daybook.web.pages.board.BoardPages;
import org.daybook.web.pages.board.BoardRoute;
import org.daybook.web.pages.board.Chapter;
import org.daybook.web.pages.board.Details;
import org.daybook.web.pages.board.Look;
import org.daybook.web.pages.board.Words;
import org.daybook.web.pages.board.form.FormErrors;
import org.daybook.web.pages.http.Answer;
import org.daybook.web.pages.http.Form;
import org.daybook.web.pages.template.SafeHtml;
import org.daybook.web.pages.template.Templates;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The tasks across all clients: found, kept as lists, and changed many at once. */
@Component(service = Chapter.class)
public final class TaskChapter implements Chapter {
  private final Parts parts;
  private final BoardPages pages;

  @Activate
  public TaskChapter(@Reference Parts parts, @Reference Templates templates) {
    this.parts = parts;
    this.pages = new BoardPages(parts, templates);
  }

  @Override
  public List<BoardRoute> routes() {
    return List.of(
        BoardRoute.get(TaskList.PATH, BoardRoute.OFFICE, this::list),
        BoardRoute.get(TaskList.FOUND, BoardRoute.OFFICE, this::found),
        BoardRoute.post(TaskList.BULK, BoardRoute.OFFICE, this::bulk),
        BoardRoute.post(TaskList.VIEWS, BoardRoute.OFFICE, this::save),
        BoardRoute.post(TaskList.VIEWS + "/{id}", BoardRoute.OFFICE, this::change));
  }

  @Override
  public List<Entry> entries() {
    return List.of(new Entry(100, "tasks", TaskList.PATH));
  }

  private Answer list(Asked asked) {
    List<SavedView> views = parts.savedViews().of(asked.visitor().actor());
    return list(asked, views, preferred(asked.sent(), views), "");
  }

  /** Who asks for nothing gets what they prefer. */
  private static Form preferred(Form sent, List<SavedView> views) {
    return sent.after("").isEmpty()
        ? views.stream()
            .filter(SavedView::preferred)
            .findFirst()
            .map(view -> Form.ofText(view.query()))
            .orElse(sent)
        : sent;
  }

  private Answer list(Asked asked, List<SavedView> views, Form sent, String problem) {
    return list(asked, views, new TaskFilter(sent), sent, problem);
  }

  private Answer list(
      Asked asked, List<SavedView> views, TaskFilter filter, Form sent, String problem) {
    TaskListView view =
        pages.read(
            asked,
            look -> {
              TaskList list = new TaskList(look, asked, filter);
              FoundView found = list.found(sent, problem);
              return list.page(found.count(), part(asked, found), views, parts);
            });
    return page(asked, "tasks.vm", words(asked).get("tasks"), view);
  }

  private SafeHtml part(Asked asked, FoundView found) {
    return pages.part(asked, TaskChapter.class, "found.vm", found);
  }

  /** For whoever types: the list alone, and the address that would show it. */
  private Answer found(Asked piece) {
    Asked asked = piece.into(TaskList.PATH);
    TaskFilter filter = new TaskFilter(asked.sent());
    FoundView found =
        pages.read(asked, look -> new TaskList(look, asked, filter).found(asked.sent(), ""));
    PieceView view = new PieceView(found.count(), part(asked, found));
    String text = filter.text();
    return pages
        .piece(asked, TaskChapter.class, "piece.vm", view)
        .with("HX-Replace-Url", Address.of("tasks", text.isBlank() ? "state=" : text));
  }

  private Answer bulk(Asked asked) {
    asked.requireKey("bulk");
    Form sent = asked.sent();
    Bulk bulk = new Bulk(parts.diary(), asked.visitor().actor(), sent, words(asked));
    String missing = bulk.missing();
    if (!missing.isEmpty()) {
      Answer again = again(asked, missing);
      return FormErrors.NONE.with("", missing).on(again);
    }
    List<Bulk.Outcome> outcomes = bulk.run();
    OutcomeView view = pages.read(asked, look -> outcome(look, asked, outcomes));
    return page(asked, "outcome.vm", view.title(), view);
  }

  /** The list with the boxes as they were ticked, and what was wrong. */
  private Answer again(Asked asked, String problem) {
    List<SavedView> views = parts.savedViews().of(asked.visitor().actor());
    TaskFilter filter = new TaskFilter(Form.ofText(asked.sent().get("query")));
    return list(asked, views, filter, asked.sent(), problem);
  }

  private OutcomeView outcome(Look look, Asked asked, List<Bulk.Outcome> outcomes) {
    Words words = words(asked);
    List<OutcomeView.Row> failed =
        outcomes.stream().filter(each -> !each.done()).map(each -> row(look, each)).toList();
    List<OutcomeView.Row> done =
        outcomes.stream().filter(Bulk.Outcome::done).map(each -> row(look, each)).toList();
    String title =
        words.fill(
            failed.isEmpty() ? "outcome.all" : done.isEmpty() ? "outcome.none" : "outcome.some",
            Map.of("done", done.size(), "all", outcomes.size()));
    String tone = failed.isEmpty() ? "good" : done.isEmpty() ? "bad" : "watch";
    return new OutcomeView(title, tone, failed, done, back(asked));
  }

  private static OutcomeView.Row row(Look look, Bulk.Outcome outcome) {
    Optional<Task> task = look.tx().tasks().find(outcome.id());
    return new OutcomeView.Row(
        task.map(Task::title).orElse(outcome.id()),
        task.map(found -> look.link(TaskList.PATH + "/" + found.id())).orElse(""),
        task.map(found -> look.clientName(found.clientId())).orElse(""),
        task.map(found -> look.words().get("task." + found.state())).orElse(""),
        task.map(found -> Details.tone(found, look)).orElse("plain"),
        outcome.why());
  }

  private Answer save(Asked asked) {
    asked.requireKey("views");
    Form sent = asked.sent();
    // What is kept is what the page would understand, not what was sent.
    String query = new TaskFilter(Form.ofText(sent.get("query"))).text();
    try {
      parts
          .savedViews()
          .save(
              asked.visitor().actor(), sent.get("name"), query, sent.get("preferred").equals("on"));
      return BoardPages.done(asked, path(query), "saved");
    } catch (DaybookException e) {
      return refused(asked, e);
    }
  }

  private Answer change(Asked asked) {
    asked.requireKey("views");
    Form sent = asked.sent();
    try {
      if (sent.get("do").equals("delete")) {
        parts.savedViews().delete(asked.visitor().actor(), asked.id());
        return BoardPages.done(asked, path(""), "deleted");
      }
      SavedView view =
          parts
              .savedViews()
              .rename(
                  asked.visitor().actor(),
                  asked.id(),
                  sent.get("name"),
                  sent.get("preferred").equals("on"));
      return BoardPages.done(asked, path(view.query()), "renamed");
    } catch (DaybookException e) {
      return refused(asked, e);
    }
  }

  private Answer refused(Asked asked, DaybookException thrown) {
    FormErrors errors = FormErrors.of(thrown, words(asked));
    String problem =
        errors.of("name").isEmpty()
            ? String.join(" ", errors.besides(List.of()))
            : words(asked).get("view.name") + ": " + errors.of("name");
    return errors.on(again(asked, problem));
  }

  private static String path(String query) {
    return Address.of(TaskList.PATH, query.isBlank() ? "state=" : query);
  }

  private static String back(Asked asked) {
    String query = new TaskFilter(Form.ofText(asked.sent().get("query"))).text();
    return asked.root() + path(query).substring(1);
  }

  private Answer page(Asked asked, String template, String title, Object view) {
    return pages.page(asked, TaskChapter.class, template, title, view);
  }

  private static Words words(Asked asked) {
    return asked.words().of(TaskChapter.class);
  }
}
