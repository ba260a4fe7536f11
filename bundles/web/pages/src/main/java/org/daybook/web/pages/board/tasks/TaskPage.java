package org.daybook.web.pages.board.tasks;

import java.util.List;
import java.util.Optional;
import org.daybook.api.directory.Asset;
import org.daybook.api.store.TaskLogQuery;
import org.daybook.api.task.Task;
import org.daybook.web.pages.board.DetailView;
import org.daybook.web.pages.board.Details;
import org.daybook.web.pages.board.Fact;
import org.daybook.web.pages.board.Facts;
import org.daybook.web.pages.board.Look;
import org.daybook.web.pages.board.Own;
import org.daybook.web.pages.board.Section;
import org.daybook.web.pages.board.Tried;
import org.daybook.web.pages.board.Words;

/** The page about a task: who has it, until when, and what was said. */
final class TaskPage {
  private TaskPage() {}

  /**
   * The page with what its reader may do.
   *
   * @param tried what was just refused
   */
  static DetailView of(Look look, String id, String root, Tried tried) {
    DetailView page = of(look, id, root);
    Task task = look.tx().tasks().find(id).orElseThrow();
    return page.withActions(TaskActions.of(look, root, task, tried));
  }

  private static DetailView of(Look look, String id, String root) {
    Task task =
        Details.require(
            look.tx().tasks().find(id), found -> Own.isOf(look.actor(), found, look.tx()));
    Words words = look.words();
    List<Section.Line> comments = comments(look, task);
    return new DetailView(
        words.get("task"),
        task.title(),
        words.get("task." + task.state()),
        Details.tone(task, look),
        task.description(),
        facts(look, task),
        comments.isEmpty() ? List.of() : List.of(Details.section("comments", "", comments, words)),
        Details.notices("/board/tasks/" + id, look, root));
  }

  private static List<Fact> facts(Look look, Task task) {
    Words words = look.words();
    Facts facts =
        new Facts(look, task.clientId())
            .client()
            .late("fact.due", task.dueAt(), task.overdueAt(look.now()))
            .person("fact.engineer", task.engineerId())
            .person("fact.specialist", task.specialistId())
            .add("fact.priority", words.get("priority." + task.priority()))
            .add("fact.source", words.getOr("source." + task.source(), task.source()))
            .add("fact.asset", task.assetId().flatMap(look.tx().assets()::find).map(Asset::name))
            .moment("fact.created", Optional.of(task.createdAt()))
            .moment("fact.started", task.startedAt())
            .moment("fact.handedOver", task.handedOverAt())
            .moment("fact.promised", task.promisedSince())
            .add(
                "fact.carriedOver",
                task.carriedOver() > 0 ? words.get("times", task.carriedOver()) : "")
            .moment("fact.finished", task.finishedAt())
            .add("fact.result", task.result())
            .add("fact.reason", task.reason());
    task.visitId()
        .flatMap(look.tx().visits()::find)
        .filter(visit -> Own.isOf(look.actor(), visit, look.tx()))
        .ifPresent(
            visit ->
                facts.linked(
                    "fact.visit",
                    look.moment(visit.plannedFor(), visit.clientId()),
                    "/board/visits/" + visit.id()));
    return facts.all();
  }

  private static List<Section.Line> comments(Look look, Task task) {
    return look.tx().comments().all(TaskLogQuery.builder().addTaskIds(task.id()).build()).stream()
        .map(
            comment ->
                new Section.Line(
                    comment.text(),
                    "",
                    "",
                    "",
                    comment.authorName() + ", " + look.moment(comment.at(), task.clientId())))
        .toList();
  }
}
