package org.daybook.core.reports;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.daybook.api.report.Block;
import org.daybook.api.report.ReportSection;
import org.daybook.api.visit.ClosedVisit;

/** A section that answers what it is told to. */
final class FakeSection implements ReportSection {
  private final String id;
  volatile Answer answer;

  FakeSection(String id) {
    this.id = id;
    this.answer = () -> List.of(Block.Paragraph.of("Из раздела " + id));
  }

  interface Answer {
    List<Block> get() throws Exception;
  }

  static Map.Entry<Map<String, Object>, ReportSection> registered(
      ReportSection section, long serviceId, int place, int ranking) {
    return Map.entry(
        Map.of("service.id", serviceId, ReportSection.PLACE, place, "service.ranking", ranking),
        section);
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String title(Locale language) {
    return language.getLanguage().equals("ru") ? "Раздел " + id : "Section " + id;
  }

  @Override
  public List<Block> blocks(ClosedVisit visit) throws Exception {
    return answer.get();
  }
}
