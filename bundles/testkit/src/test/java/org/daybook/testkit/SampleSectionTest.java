package org.daybook.testkit;

import java.util.List;
import java.util.Locale;
import org.daybook.api.report.Block;
import org.daybook.api.report.ReportSection;
import org.daybook.api.visit.ClosedVisit;

/** That a small section can keep the contract. */
public class SampleSectionTest extends ReportSectionContract {
  @Override
  protected ReportSection createSection() {
    return new TitlesSection();
  }

  private static final class TitlesSection implements ReportSection {
    @Override
    public String id() {
      return "titles";
    }

    @Override
    public String title(Locale language) {
      return isRussian(language) ? "Названия" : "Titles";
    }

    @Override
    public List<Block> blocks(ClosedVisit visit) {
      if (visit.tasks().isEmpty()) {
        return List.of(
            Block.Paragraph.of(
                isRussian(visit.client().language()) ? "Задач нет." : "There are no tasks."));
      }
      return visit.tasks().stream().<Block>map(task -> Block.Paragraph.of(task.title())).toList();
    }

    private static boolean isRussian(Locale language) {
      return language.getLanguage().equals("ru");
    }
  }
}
