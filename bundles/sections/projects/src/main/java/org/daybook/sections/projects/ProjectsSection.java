package org.daybook.sections.projects;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.daybook.api.report.Block;
import org.daybook.api.report.ReportSection;
import org.daybook.api.report.Tone;
import org.daybook.api.visit.ClosedVisit;
import org.daybook.api.visit.ClosedVisit.RemoteShare;
import org.daybook.api.visit.ClosedVisit.VisitTask;
import org.osgi.service.component.annotations.Component;

/**
 * All that was done and left undone since the visit before, by project and source; what is
 * unfinished comes first. The wishes of this visit have a section of their own.
 */
@Component(property = ReportSection.PLACE + ":Integer=100")
public final class ProjectsSection implements ReportSection {
  @Override
  public String id() {
    return "projects";
  }

  @Override
  public String title(Locale language) {
    return new Texts(language).get("title");
  }

  @Override
  public List<Block> blocks(ClosedVisit visit) {
    Texts texts = new Texts(visit.client().language());
    List<VisitTask> tasks = visit.tasks().stream().filter(task -> !isWish(task)).toList();
    List<Block> blocks = new ArrayList<>();
    List<Block.Figure> figures = figures(tasks, visit.remote(), texts);
    if (!figures.isEmpty()) {
      blocks.add(new Block.KeyFigures(figures));
    }
    if (tasks.isEmpty()) {
      blocks.add(Block.Paragraph.of(texts.get("empty")));
      return blocks;
    }
    TaskLines lines = new TaskLines(visit, texts);
    List<VisitTask> unfinished = tasks.stream().filter(task -> !task.state().isFinal()).toList();
    List<VisitTask> finished = tasks.stream().filter(task -> task.state().isFinal()).toList();
    if (unfinished.isEmpty()) {
      blocks.add(new Block.Paragraph(texts.get("nothingUnfinished"), Tone.GOOD));
    }
    blocks.addAll(lists("unfinished", unfinished, lines::unfinished, texts));
    blocks.addAll(lists("finished", finished, lines::finished, texts));
    return blocks;
  }

  private static boolean isWish(VisitTask task) {
    return task.source().equals("client") && task.duringVisit();
  }

  private static List<Block.Figure> figures(
      List<VisitTask> tasks, RemoteShare remote, Texts texts) {
    List<Block.Figure> figures = new ArrayList<>();
    if (!tasks.isEmpty()) {
      long done = tasks.stream().filter(task -> task.state().isFinal()).count();
      boolean all = done == tasks.size();
      figures.add(
          new Block.Figure(
              texts.get("figure.finished"),
              texts.get("of", done, tasks.size()),
              all ? Tone.GOOD : Tone.WARNING));
    }
    int minutes = tasks.stream().mapToInt(VisitTask::minutes).sum();
    if (minutes > 0) {
      figures.add(
          new Block.Figure(texts.get("figure.time"), texts.duration(minutes), Tone.NEUTRAL));
    }
    if (remote.total() > 0) {
      // Rounded down: 199 of 200 is not all of them.
      int percent = remote.resolved() * 100 / remote.total();
      figures.add(
          new Block.Figure(
              texts.get("figure.remote"),
              texts.get("share", remote.resolved(), remote.total(), percent),
              Tone.NEUTRAL));
    }
    return figures;
  }

  private static List<Block> lists(
      String caption,
      List<VisitTask> tasks,
      Function<VisitTask, Block.TaskItem> line,
      Texts texts) {
    List<Block> lists = new ArrayList<>();
    for (Map.Entry<String, List<Block.TaskItem>> group : groups(tasks, line, texts).entrySet()) {
      lists.add(new Block.TaskList(texts.get(caption, group.getKey()), group.getValue()));
    }
    return lists;
  }

  /** Projects first, then sources, each in the order of its first task. */
  private static Map<String, List<Block.TaskItem>> groups(
      List<VisitTask> tasks, Function<VisitTask, Block.TaskItem> line, Texts texts) {
    Map<String, List<Block.TaskItem>> groups = new LinkedHashMap<>();
    for (VisitTask task : tasks) {
      task.project()
          .ifPresent(
              project ->
                  groups
                      .computeIfAbsent(texts.get("project", project), name -> new ArrayList<>())
                      .add(line.apply(task)));
    }
    for (VisitTask task : tasks) {
      if (task.project().isEmpty()) {
        groups
            .computeIfAbsent(source(task, texts), name -> new ArrayList<>())
            .add(line.apply(task));
      }
    }
    return groups;
  }

  private static String source(VisitTask task, Texts texts) {
    String key = "source." + task.source();
    return texts.get(texts.has(key) ? key : "source.other");
  }
}
