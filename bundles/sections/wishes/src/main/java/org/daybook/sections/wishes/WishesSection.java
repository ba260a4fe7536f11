package org.daybook.sections.wishes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.daybook.api.report.Block;
import org.daybook.api.report.ReportSection;
import org.daybook.api.visit.ClosedVisit;
import org.daybook.api.visit.ClosedVisit.VisitTask;
import org.osgi.service.component.annotations.Component;

/**
 * What the client asked for at this visit, in their own words, and the answer to each wish. How to
 * say that a task is missing is the renderer's to tell: it knows whether there is a page for that.
 */
@Component(property = ReportSection.PLACE + ":Integer=200")
public final class WishesSection implements ReportSection {
  @Override
  public String id() {
    return "wishes";
  }

  @Override
  public String title(Locale language) {
    return new Texts(language).get("title");
  }

  @Override
  public List<Block> blocks(ClosedVisit visit) {
    Texts texts = new Texts(visit.client().language());
    List<VisitTask> wishes = visit.tasks().stream().filter(WishesSection::isWish).toList();
    if (wishes.isEmpty()) {
      return List.of(Block.Paragraph.of(texts.get("empty")));
    }
    Answers answers = new Answers(visit, texts);
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Block.TaskList(
            texts.get("caption", wishes.size()), wishes.stream().map(answers::to).toList()));
    Block.Pictures.of(visit, wishes, texts.get("photos")).ifPresent(blocks::add);
    return blocks;
  }

  private static boolean isWish(VisitTask task) {
    return task.source().equals("client") && task.duringVisit();
  }
}
