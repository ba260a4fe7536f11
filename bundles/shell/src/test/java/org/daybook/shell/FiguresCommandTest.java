package org.daybook.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.daybook.api.figures.Emergencies;
import org.daybook.api.figures.FigureRow;
import org.daybook.api.figures.Figures;
import org.daybook.api.figures.PromiseAges;
import org.daybook.api.figures.Share;
import org.daybook.api.figures.TaskCounts;
import org.daybook.testkit.SettableClock;
import org.junit.Test;

public class FiguresCommandTest {
  private final List<String> asked = new ArrayList<>();
  private final Console console =
      new Console().with(Clock.class, new SettableClock()).with(Figures.class, this::figures);

  @Test
  public void theMonthIsShownAsATableAndAsJson() throws Exception {
    FiguresCommand command = new FiguresCommand();
    command.month = "2026-11";
    command.by = "engineer";
    assertThat(console.run(command)).contains("firstTime").contains("2/3").contains("romashka");
    command.json = true;
    JsonNode row = new ObjectMapper().readTree(console.run(command)).get(0);
    assertThat(row.path("engineer").asText()).isEqualTo("romashka");
    assertThat(row.path("done").asInt()).isEqualTo(3);
    assertThat(row.path("median").asInt()).isEqualTo(80);
    assertThat(row.path("remote").isNull()).isTrue();
    assertThat(asked).containsOnly("2026-11 ENGINEER");
  }

  @Test
  public void whatIsNotSaidIsThisMonthByClient() throws Exception {
    console.run(new FiguresCommand());
    assertThat(asked).containsExactly("2026-03 CLIENT");
  }

  @Test
  public void theOptionThatIsWrongIsNamed() {
    FiguresCommand month = new FiguresCommand();
    month.month = "2026-13";
    assertThat(console.failure(month)).hasMessageContaining("--month");
    FiguresCommand by = new FiguresCommand();
    by.by = "site";
    assertThat(console.failure(by)).hasMessageContaining("--by");
    assertThat(asked).isEmpty();
  }

  private List<FigureRow> figures(YearMonth month, Figures.By by) {
    asked.add(month + " " + by);
    return List.of(
        FigureRow.builder()
            .id("client-romashka")
            .code("romashka")
            .name("ООО «Ромашка»")
            .visitsPlanned(4)
            .visitsMade(2)
            .visitsMissed(1)
            .visitsCancelled(0)
            .minutesOnSite(185)
            .putTasks("monitoring", new TaskCounts(1, 0, 0, 0, 0, 0))
            .putTasks("remote", new TaskCounts(2, 0, 0, 0, 0, 0))
            .firstTime(new Share(2, 3))
            .promises(PromiseAges.NONE)
            .remote(Share.NONE)
            .emergencies(
                new Emergencies(1, 1, OptionalInt.of(80), OptionalInt.of(80), new Share(1, 1)))
            .violations(0)
            .disputesUpheld(0)
            .build());
  }
}
