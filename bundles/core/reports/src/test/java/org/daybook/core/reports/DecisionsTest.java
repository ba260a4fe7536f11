package org.daybook.core.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.daybook.api.directory.AssetKind;
import org.daybook.api.task.TaskState;
import org.daybook.api.visit.ClosedVisit;
import org.daybook.api.visit.ClosedVisit.Device;
import org.daybook.api.visit.ClosedVisit.Reason;
import org.daybook.testkit.ExampleDevice;
import org.daybook.testkit.ExampleTask;
import org.daybook.testkit.ExampleVisit;
import org.daybook.testkit.Examples;
import org.junit.Test;

public class DecisionsTest {
  private static final Instant MARCH = Instant.parse("2026-03-12T21:30:00Z");

  @Test
  public void aTaskThatComesBackAgainNeedsADecision() {
    assertThat(decisions(carriedOver(2), Examples.RUSSIAN))
        .containsExactly(
            "Задача «Перенести папку» переносится 2-й раз, с 13 марта: решите, как с ней быть"
                + " дальше.");
    assertThat(decisions(carriedOver(3), Examples.ENGLISH))
        .containsExactly(
            "The task “Перенести папку” is carried over for the 3rd time, since 13 March: please"
                + " decide how to go on with it.");
  }

  @Test
  public void aTaskThatIsCarriedOverOnceOrDoneDoesNot() {
    ClosedVisit once = carriedOver(1);
    ClosedVisit done =
        ExampleVisit.empty()
            .tasks(
                List.of(
                    ExampleTask.of("task-1", "Перенести папку")
                        .carriedOver(4, MARCH)
                        .finished(TaskState.DONE, "Перенесена")
                        .build()))
            .build();
    assertThat(decisions(once, Examples.RUSSIAN)).isEmpty();
    assertThat(decisions(done, Examples.RUSSIAN)).isEmpty();
  }

  @Test
  public void aRedDeviceWithoutActionOrDateNeedsADecision() {
    Device noDate =
        red("SRV-1C", Reason.What.PROBLEM, Optional.of("Подбираем диск"), Optional.empty());
    Device noAction = red("SRV-2", Reason.What.MONITORING, Optional.empty(), Optional.of(MARCH));
    Device agreed =
        red("SRV-3", Reason.What.PROBLEM, Optional.of("Заказан диск"), Optional.of(MARCH));
    Device unreached = red("SRV-4", Reason.What.SKIPPED, Optional.empty(), Optional.empty());
    ClosedVisit visit =
        ExampleVisit.empty().devices(List.of(noDate, noAction, agreed, unreached)).build();
    assertThat(decisions(visit, Examples.RUSSIAN))
        .containsExactly(
            "SRV-1C: Диск заполнен. Согласуйте, к какому сроку это исправить.",
            "SRV-2: Диск заполнен. Согласуйте, что делать и к какому сроку.");
  }

  @Test
  public void manyRedDevicesAreCounted() {
    List<Device> devices = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      devices.add(red("PC-" + i, Reason.What.PROBLEM, Optional.empty(), Optional.empty()));
    }
    List<String> russian =
        decisions(ExampleVisit.empty().devices(devices).build(), Examples.RUSSIAN);
    assertThat(russian).hasSize(6);
    assertThat(russian.get(5)).startsWith("И ещё у 2 устройств нет согласованных мер");
    devices.remove(0);
    assertThat(decisions(ExampleVisit.empty().devices(devices).build(), Examples.RUSSIAN).get(5))
        .startsWith("И ещё у 1 устройства нет");
  }

  private static ClosedVisit carriedOver(int times) {
    return ExampleVisit.empty()
        .tasks(
            List.of(
                ExampleTask.of("task-1", "Перенести папку")
                    .unfinished(TaskState.CARRIED_OVER, "Нет места")
                    .carriedOver(times, MARCH)
                    .build()))
        .build();
  }

  private static Device red(
      String label, Reason.What what, Optional<String> action, Optional<Instant> dueAt) {
    return ExampleDevice.of(AssetKind.WINDOWS_SERVER, label)
        .reason(
            new Reason(what, "Диск заполнен.", action, Optional.of(MARCH), Optional.empty(), dueAt))
        .build();
  }

  private static List<String> decisions(ClosedVisit visit, Locale language) {
    return Decisions.of(visit, new Words(language));
  }
}
