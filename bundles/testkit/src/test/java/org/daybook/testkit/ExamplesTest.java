package org.daybook.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.daybook.api.report.Block;
import org.daybook.api.report.ReportDocument;
import org.daybook.api.visit.ClosedVisit;
import org.daybook.api.visit.Verdict;
import org.junit.Test;

public class ExamplesTest {
  @Test
  public void theUsualVisitHasTwoRedDevicesOf25() {
    ClosedVisit visit = ExampleVisit.usual().build();
    assertThat(visit.devices()).hasSize(25);
    assertThat(visit.devices().stream().filter(device -> device.verdict() == Verdict.RED))
        .flatExtracting(ClosedVisit.Device::reasons)
        .extracting(ClosedVisit.Reason::what)
        .containsExactly(ClosedVisit.Reason.What.MONITORING, ClosedVisit.Reason.What.PROBLEM);
  }

  @Test
  public void theUsualVisitHasTasksOfEverySource() {
    assertThat(ExampleVisit.usual().build().tasks())
        .extracting(ClosedVisit.VisitTask::source)
        .contains("monitoring", "managers", "client", "remote", "routine");
  }

  @Test
  public void devicesAreRedIfAndOnlyIfTheyHaveAReason() {
    for (ExampleVisit each :
        List.of(ExampleVisit.usual(), ExampleVisit.allRed(), ExampleVisit.large(400, 40))) {
      assertThat(each.build().devices())
          .allMatch(device -> device.reasons().isEmpty() == (device.verdict() == Verdict.GREEN));
    }
  }

  @Test
  public void theUsualReportHasEveryTypeOfBlock() {
    for (var language : List.of(Examples.RUSSIAN, Examples.ENGLISH)) {
      ReportDocument report = ExampleReport.usual(language);
      Set<Class<?>> types =
          report.sections().stream()
              .flatMap(section -> section.blocks().stream())
              .map(Object::getClass)
              .collect(Collectors.toSet());
      assertThat(types).containsExactlyInAnyOrder(Block.class.getPermittedSubclasses());
    }
  }
}
