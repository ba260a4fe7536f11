package org.daybook.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.daybook.api.access.Role;
import org.daybook.api.directory.AssetKind;
import org.daybook.api.report.Block;
import org.daybook.api.report.ReportSection;
import org.daybook.api.task.TaskState;
import org.daybook.api.visit.CheckState;
import org.daybook.api.visit.ClosedVisit;
import org.daybook.api.visit.VisitKind;
import org.junit.Test;

/** What every {@link ReportSection} must do. */
public abstract class ReportSectionContract {
  private static final String BEGIN = "‹begin›";
  private static final String HOSTILE =
      BEGIN
          + "<script>alert('1')</script> &amp; \"quoted\" $x #set($y=1) \u202Etfel ot thgir\u202C "
          + "ж😀".repeat(1000)
          + "‹end›";

  /** The section, as it is after its activation. */
  protected abstract ReportSection createSection() throws Exception;

  @Test
  public void itsIdIsANameForMachinesAndStays() throws Exception {
    assertThat(createSection().id()).matches("[a-z0-9-]{1,40}").isEqualTo(createSection().id());
  }

  @Test
  public void itHasATitleInRussianAndInEnglish() throws Exception {
    assertThat(createSection().title(Examples.RUSSIAN)).isNotBlank().matches("(?s).*[А-я].*");
    assertThat(createSection().title(Examples.ENGLISH)).isNotBlank().doesNotMatch("(?s).*[А-я].*");
  }

  @Test
  public void itSaysSomethingAboutEveryVisit() throws Exception {
    for (Map.Entry<String, ClosedVisit> each : visits().entrySet()) {
      List<Block> blocks = createSection().blocks(each.getValue());
      assertThat(blocks).as(each.getKey()).isNotEmpty();
      assertThat(Texts.in(blocks)).as(each.getKey()).anyMatch(text -> !text.isBlank());
    }
  }

  @Test
  public void itShowsNoEmptyListsAndTables() throws Exception {
    for (Map.Entry<String, ClosedVisit> each : visits().entrySet()) {
      assertThat(createSection().blocks(each.getValue()))
          .as(each.getKey())
          .noneMatch(ReportSectionContract::isEmpty);
    }
  }

  @Test
  public void theSameVisitGivesTheSameBlocks() throws Exception {
    ReportSection section = createSection();
    for (Map.Entry<String, ClosedVisit> each : visits().entrySet()) {
      List<Block> blocks = section.blocks(each.getValue());
      assertThat(section.blocks(each.getValue())).as(each.getKey()).isEqualTo(blocks);
      assertThat(createSection().blocks(each.getValue())).as(each.getKey()).isEqualTo(blocks);
    }
  }

  @Test
  public void manyThreadsGetTheSameBlocks() throws Exception {
    ReportSection section = createSection();
    ClosedVisit visit = ExampleVisit.usual().build();
    List<Block> alone = section.blocks(visit);
    assertThat(Together.onThreads(thread -> () -> section.blocks(visit))).allMatch(alone::equals);
  }

  @Test
  public void textsOfPeopleArePassedOnAsTheyAre() throws Exception {
    for (String text : Texts.in(createSection().blocks(hostile()))) {
      if (text.contains(BEGIN)) {
        assertThat(text).contains(HOSTILE);
      }
    }
  }

  @Test
  public void itsOwnWordsAreInTheLanguageOfTheClient() throws Exception {
    ClosedVisit empty =
        ExampleVisit.empty().language(Examples.ENGLISH).manager(Optional.empty()).build();
    assertThat(Texts.in(createSection().blocks(empty)))
        .noneMatch(text -> text.matches("(?s).*[А-я].*"));
  }

  private static Map<String, ClosedVisit> visits() {
    Map<String, ClosedVisit> visits = new LinkedHashMap<>();
    for (Locale language : List.of(Examples.RUSSIAN, Examples.ENGLISH)) {
      visits.put("usual " + language, ExampleVisit.usual().language(language).build());
      visits.put("empty " + language, ExampleVisit.empty().language(language).build());
      visits.put("all red " + language, ExampleVisit.allRed().language(language).build());
      visits.put("large " + language, ExampleVisit.large(400, 60).language(language).build());
      visits.put(
          "after emergencies " + language,
          ExampleVisit.empty()
              .language(language)
              .emergencies(List.of(emergency("Сеть", 0), emergency("Net", 61)))
              .build());
      visits.put(
          "first emergency " + language,
          ExampleVisit.usual()
              .language(language)
              .kind(VisitKind.EMERGENCY)
              .manager(Optional.empty())
              .previousVisitAt(Optional.empty())
              .nextVisitAt(Optional.empty())
              .build());
    }
    return visits;
  }

  private static ClosedVisit.Emergency emergency(String done, int minutesLate) {
    Instant dueBy = Examples.NOW.minus(Duration.ofDays(2));
    return new ClosedVisit.Emergency(
        "emergency",
        dueBy.minus(Duration.ofHours(2)),
        Optional.of(dueBy),
        dueBy.plus(Duration.ofMinutes(minutesLate)),
        120 + minutesLate,
        minutesLate,
        ExampleVisit.person(Role.ENGINEER),
        List.of(done));
  }

  private static boolean isEmpty(Block block) {
    if (block instanceof Block.Table table) {
      return table.rows().isEmpty();
    }
    if (block instanceof Block.TaskList list) {
      return list.items().isEmpty();
    }
    if (block instanceof Block.StatusGrid grid) {
      return grid.cells().isEmpty();
    }
    if (block instanceof Block.Pictures pictures) {
      return pictures.pictures().isEmpty();
    }
    if (block instanceof Block.BarChart chart) {
      return chart.bars().isEmpty();
    }
    return block instanceof Block.KeyFigures figures && figures.figures().isEmpty();
  }

  private static ClosedVisit hostile() {
    List<ClosedVisit.VisitTask> tasks = new ArrayList<>();
    for (String source : List.of("monitoring", "managers", "client", "remote", "routine", "new")) {
      for (TaskState state : TaskState.values()) {
        tasks.add(
            ExampleTask.of(source + state, HOSTILE)
                .source(source)
                .project(HOSTILE)
                .device(HOSTILE)
                .description(HOSTILE)
                .finished(state, HOSTILE)
                .unfinished(state, HOSTILE)
                .build());
        tasks.add(
            ExampleTask.of(source + state + "2", HOSTILE)
                .source(source)
                .finished(state, HOSTILE)
                .build());
      }
    }
    List<ClosedVisit.Device> devices = new ArrayList<>();
    for (AssetKind kind : AssetKind.values()) {
      for (ClosedVisit.Reason.What what : ClosedVisit.Reason.What.values()) {
        devices.add(
            ExampleDevice.of(kind, HOSTILE)
                .check(
                    new ClosedVisit.CheckLine(
                        "item",
                        HOSTILE,
                        true,
                        CheckState.SKIPPED,
                        Optional.of(HOSTILE),
                        Optional.of(HOSTILE),
                        Optional.of(HOSTILE)))
                .reason(
                    new ClosedVisit.Reason(
                        what,
                        HOSTILE,
                        Optional.of(HOSTILE),
                        Optional.of(Examples.NOW),
                        Optional.of(HOSTILE),
                        Optional.of(Examples.NOW)))
                .build());
      }
    }
    return ExampleVisit.empty()
        .tasks(tasks)
        .devices(devices)
        .emergencies(List.of(emergency(HOSTILE, 5)))
        .build();
  }
}
