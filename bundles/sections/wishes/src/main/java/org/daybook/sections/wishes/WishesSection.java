package org.daybook.sections.wishes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.daybook.api.report.Block;
import org.daybook.api.report.ReportSection;
import org.daybook.api.visit.ClosedVisit;
import org.daybook.api.visit.ClosedVisit.Person;
import org.daybook.api.visit.ClosedVisit.VisitTask;
import org.osgi.service.component.annotations.Component;

/** What the client asked for at this visit, in their own words, and the answer to each wish. */
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
    List<Block> blocks = new ArrayList<>();
    if (wishes.isEmpty()) {
      blocks.add(Block.Paragraph.of(texts.get("empty")));
    } else {
      Answers answers = new Answers(visit, texts);
      blocks.add(
          new Block.TaskList(
              texts.get("caption", wishes.size()), wishes.stream().map(answers::to).toList()));
    }
    blocks.add(Block.Paragraph.of(dispute(visit, texts)));
    return blocks;
  }

  private static boolean isWish(VisitTask task) {
    return task.source().equals("client") && task.duringVisit();
  }

  private static String dispute(ClosedVisit visit, Texts texts) {
    return visit
        .manager()
        .map(manager -> texts.get("dispute.manager", reachable(manager)))
        .orElseGet(() -> texts.get("dispute"));
  }

  private static String reachable(Person manager) {
    return Stream.of(Optional.of(manager.name()), manager.phone(), manager.email())
        .flatMap(Optional::stream)
        .filter(text -> !text.isBlank())
        .reduce((left, right) -> left + ", " + right)
        .orElse("");
  }
}
