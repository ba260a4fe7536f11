package org.daybook.sections.projects;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.daybook.api.report.Block;
import org.daybook.api.report.ReportSection;
import org.daybook.api.report.Tone;
import org.daybook.api.visit.ClosedVisit;
import org.daybook.api.visit.ClosedVisit.RemoteShare;
import org.daybook.api.visit.ClosedVisit.VisitTask;
import org.osgi.service.component.annotations.Component;

/**
 * All that was done and left undone since the visit before, by project and source: what the client
 * disputed, what was urgent, what is unfinished, what was promised before, and what is done. The
 * wishes of this visit have a section of their own.
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
    TaskLines lines = new TaskLines(visit, texts);
    List<Block> blocks = new ArrayList<>();
    new DisputeLines(visit, texts, lines).list().ifPresent(blocks::add);
    new EmergencyVisits(visit, texts).list().ifPresent(blocks::add);
    List<Block.Figure> figures = figures(tasks, visit.remote(), lines, texts);
    if (!figures.isEmpty()) {
      visit
          .previousVisitAt()
          .map(before -> texts.get("since", texts.day(before, visit)))
          .map(Block.Paragraph::of)
          .ifPresent(blocks::add);
      blocks.add(new Block.KeyFigures(figures));
    }
    Optional<Block> ledger = new PromiseLedger(visit, texts, lines).table();
    if (tasks.isEmpty() && ledger.isEmpty()) {
      boolean alone = visit.disputes().isEmpty() && visit.emergencies().isEmpty();
      blocks.add(Block.Paragraph.of(texts.get(alone ? "empty" : "emptyBesides")));
    }
    if (!tasks.isEmpty() && isNothingUnfinished(visit)) {
      blocks.add(new Block.Paragraph(texts.get("nothingUnfinished"), Tone.GOOD));
    }
    blocks.addAll(tasks(tasks, ledger, lines, texts));
    Block.Pictures.of(visit, tasks, texts.get("photos")).ifPresent(blocks::add);
    return blocks;
  }

  /** Wishes too, which stand in the ledger or in their own section. */
  private static boolean isNothingUnfinished(ClosedVisit visit) {
    return visit.tasks().stream().allMatch(task -> task.state().isFinal());
  }

  private static List<Block> tasks(
      List<VisitTask> tasks, Optional<Block> ledger, TaskLines lines, Texts texts) {
    List<VisitTask> unfinished = tasks.stream().filter(task -> !task.state().isFinal()).toList();
    List<VisitTask> finished = tasks.stream().filter(task -> task.state().isFinal()).toList();
    List<Block> blocks = new ArrayList<>();
    groups(unfinished, texts)
        .forEach(
            (group, of) -> blocks.add(list(texts.get("unfinished", group), of, lines::unfinished)));
    ledger.ifPresent(blocks::add);
    groups(finished, texts)
        .forEach(
            (group, of) ->
                blocks.add(list(texts.get("finished", group), plainLast(of), lines::finished)));
    return blocks;
  }

  /** What there is more to say of comes before what all went well in. */
  private static List<VisitTask> plainLast(List<VisitTask> tasks) {
    return tasks.stream().sorted(Comparator.comparing(TaskLines::isPlain)).toList();
  }

  private static boolean isWish(VisitTask task) {
    return task.source().equals("client") && task.duringVisit();
  }

  private static List<Block.Figure> figures(
      List<VisitTask> tasks, RemoteShare remote, TaskLines lines, Texts texts) {
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
    long added = tasks.stream().filter(lines::isNew).count();
    if (added > 0) {
      figures.add(new Block.Figure(texts.get("figure.new"), String.valueOf(added), Tone.NEUTRAL));
    }
    int minutes = tasks.stream().mapToInt(VisitTask::minutes).sum();
    if (minutes > 0) {
      figures.add(
          new Block.Figure(texts.get("figure.time"), texts.duration(minutes), Tone.NEUTRAL));
    }
    if (remote.resolved() > 0) {
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

  private static Block list(
      String caption, List<VisitTask> tasks, Function<VisitTask, Block.TaskItem> line) {
    return new Block.TaskList(caption, tasks.stream().map(line).toList());
  }

  /** Projects first, then sources, each in the order of its first task. */
  private static Map<String, List<VisitTask>> groups(List<VisitTask> tasks, Texts texts) {
    Map<String, List<VisitTask>> groups = new LinkedHashMap<>();
    for (VisitTask task : tasks) {
      task.project()
          .ifPresent(
              project ->
                  groups
                      .computeIfAbsent(texts.get("project", project), name -> new ArrayList<>())
                      .add(task));
    }
    for (VisitTask task : tasks) {
      if (task.project().isEmpty()) {
        groups.computeIfAbsent(source(task, texts), name -> new ArrayList<>()).add(task);
      }
    }
    return groups;
  }

  private static String source(VisitTask task, Texts texts) {
    String key = "source." + task.source();
    return texts.get(texts.has(key) ? key : "source.other");
  }
}
