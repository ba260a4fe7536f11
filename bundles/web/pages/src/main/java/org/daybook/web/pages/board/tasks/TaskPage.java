package org.daybook.web.pages.board.tasks;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.daybook.api.diary.TaskStep;
import org.daybook.api.directory.Asset;
import org.daybook.api.store.TaskLogQuery;
import org.daybook.api.task.Task;
import org.daybook.api.task.TimeEntry;
import org.daybook.web.pages.board.DetailView;
import org.daybook.web.pages.board.Details;
import org.daybook.web.pages.board.Fact;
import org.daybook.web.pages.board.Facts;
import org.daybook.web.pages.board.Look;
import org.daybook.web.pages.board.Own;
import org.daybook.web.pages.board.Section;
import org.daybook.web.pages.board.Tried;
import org.daybook.web.pages.board.Words;

/** The page about a task: who has it, until when, and what became of it. */
record TaskPage(DetailView detail, PhotosView photos) {
  /**
   * The page with what its reader may do.
   *
   * @param tried what was just refused
   * @param steps what happened to it; empty if only the comments can be told at the moment
   */
  static TaskPage of(
      Look look, String id, String root, Tried tried, Optional<List<TaskStep>> steps) {
    Task task =
        Details.require(
            look.tx().tasks().find(id), found -> Own.isOf(look.actor(), found, look.tx()));
    Words words = look.words().of(TaskPage.class);
    DetailView page =
        new DetailView(
            words.get("task"),
            task.title(),
            words.get("task." + task.state()),
            Details.tone(task, look),
            task.description(),
            facts(look.in(words), task),
            sections(look, words, task, steps),
            Details.notices("/board/tasks/" + id, look, root));
    return new TaskPage(
        page.withActions(TaskActions.of(look, root, task, tried)), PhotosView.of(look, task, root));
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
            .add("fact.minutes", minutes(look, task))
            .moment("fact.finished", task.finishedAt())
            .add("fact.result", task.result())
            .add("fact.reason", task.reason());
    task.projectId()
        .flatMap(look.tx().projects()::find)
        .ifPresent(
            project ->
                facts.linked(
                    "fact.project",
                    project.title(),
                    TaskList.PATH,
                    "?project=" + project.id() + "&state=ALL"));
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

  /** Blank if nobody recorded any. */
  private static String minutes(Look look, Task task) {
    int minutes =
        look.tx().timeEntries().all(logged(task)).stream().mapToInt(TimeEntry::minutes).sum();
    return minutes == 0 ? "" : Steps.spent(look.words(), Duration.ofMinutes(minutes));
  }

  private static List<Section> sections(
      Look look, Words words, Task task, Optional<List<TaskStep>> steps) {
    List<Section.Line> lines =
        new Steps(look, words, task).of(steps.orElseGet(() -> comments(look, task)));
    if (lines.isEmpty()) {
      return List.of();
    }
    // Of a long story its end.
    int first = Math.max(0, lines.size() - Details.MOST);
    return List.of(
        Details.section("course", "", lines.subList(first, lines.size()), lines.size(), words));
  }

  private static List<TaskStep> comments(Look look, Task task) {
    return look.tx().comments().all(logged(task)).stream()
        .map(
            comment ->
                new TaskStep(
                    comment.at(),
                    comment.authorName(),
                    TaskStep.What.COMMENTED,
                    Optional.empty(),
                    Optional.empty(),
                    comment.text(),
                    List.of()))
        .toList();
  }

  private static TaskLogQuery logged(Task task) {
    return TaskLogQuery.builder().addTaskIds(task.id()).build();
  }
}
