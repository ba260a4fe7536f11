package org.daybook.sections.projects;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.daybook.api.access.Role;
import org.daybook.api.report.Block;
import org.daybook.api.report.Block.TaskItem;
import org.daybook.api.report.Block.TaskList;
import org.daybook.api.report.Tone;
import org.daybook.api.visit.ClosedVisit.Emergency;
import org.daybook.api.visit.ClosedVisit.RemoteShare;
import org.daybook.testkit.ExampleVisit;
import org.daybook.testkit.Examples;
import org.junit.Test;

public class EmergencyVisitsTest {
  /** 10:05 in Moscow. */
  private static final Instant REQUEST = Instant.parse("2026-03-05T07:05:00Z");

  @Test
  public void itSaysHowSoonSomebodyWasThereAndThatItCostsNothing() {
    TaskItem item = item(Examples.RUSSIAN, inTwoHours(80, 0, "Сервер не включался", "Нет сети"));
    assertThat(item.title()).isEqualTo("Экстренный выезд 5 марта");
    assertThat(item.state()).isEqualTo("в пределах двух часов");
    assertThat(item.tone()).isEqualTo(Tone.GOOD);
    assertThat(item.details())
        .containsExactly(
            "заявка в 10:05",
            "инженер приехал через 1 час 20 минут",
            "инженер: Пётр Одуванчиков",
            "без дополнительной оплаты");
    assertThat(item.result()).contains("Сделано: Сервер не включался; Нет сети.");
    assertThat(item.reason()).isEmpty();
    assertThat(item.next()).isEmpty();
  }

  @Test
  public void englishClientsReadEnglish() {
    TaskItem item = item(Examples.ENGLISH, inTwoHours(61, 0));
    assertThat(item.title()).isEqualTo("Emergency visit on 5 March");
    assertThat(item.state()).isEqualTo("within two hours");
    assertThat(item.details())
        .contains("the engineer was there after 1 hour 1 minute", "free of charge");
    assertThat(item.result()).contains("The visit is over.");
  }

  @Test
  public void whoIsLateSaysByHowMuch() {
    TaskItem item = item(Examples.RUSSIAN, inTwoHours(141, 21));
    assertThat(item.state()).isEqualTo("позже обещанного на 21 минуту");
    assertThat(item.tone()).isEqualTo(Tone.WARNING);
    assertThat(item.details()).contains("инженер приехал через 2 часа 21 минуту");
    assertThat(item(Examples.ENGLISH, inTwoHours(240, 120)).state())
        .isEqualTo("2 hours later than promised");
  }

  @Test
  public void aPromiseOfAnotherDayIsNotCalledTwoHours() {
    TaskItem item =
        item(
            Examples.RUSSIAN, emergency(Optional.of(REQUEST.plus(Duration.ofHours(22))), 1_300, 0));
    assertThat(item.state()).isEqualTo("в обещанный срок");
    assertThat(item.details()).contains("обещано: 6 марта до 08:05");
  }

  @Test
  public void withoutAPromiseNothingIsJudged() {
    TaskItem item = item(Examples.RUSSIAN, emergency(Optional.empty(), 0, 0));
    assertThat(item.state()).isEqualTo("завершён");
    assertThat(item.tone()).isEqualTo(Tone.NEUTRAL);
    assertThat(item.details()).contains("инженер был на месте сразу");
  }

  @Test
  public void pluralFormsAreRight() {
    Texts texts = new Texts(Examples.RUSSIAN);
    assertThat(texts.longDuration(1)).isEqualTo("1 минуту");
    assertThat(texts.longDuration(3)).isEqualTo("3 минуты");
    assertThat(texts.longDuration(11)).isEqualTo("11 минут");
    assertThat(texts.longDuration(60)).isEqualTo("1 час");
    assertThat(texts.longDuration(122)).isEqualTo("2 часа 2 минуты");
    assertThat(texts.longDuration(5 * 60)).isEqualTo("5 часов");
    assertThat(texts.longDuration(21 * 60)).isEqualTo("21 час");
  }

  @Test
  public void theBlockIsCalledByWhatIsInIt() {
    assertThat(list(Examples.RUSSIAN, inTwoHours(1, 0)).caption()).isEqualTo("Экстренный выезд");
    assertThat(list(Examples.RUSSIAN, inTwoHours(1, 0), inTwoHours(2, 0)).caption())
        .isEqualTo("Экстренные выезды");
    assertThat(list(Examples.ENGLISH, inTwoHours(1, 0), inTwoHours(2, 0)).caption())
        .isEqualTo("Emergency visits");
  }

  @Test
  public void withoutEmergenciesThereIsNoBlock() {
    assertThat(new ProjectsSection().blocks(ExampleVisit.usual().build()))
        .noneMatch(block -> block instanceof TaskList list && list.caption().contains("Экстренн"));
  }

  @Test
  public void withNothingElseToTellItDoesNotSayThatNothingHappened() {
    assertThat(
            new ProjectsSection()
                .blocks(
                    ExampleVisit.empty()
                        .remote(new RemoteShare(0, 0))
                        .emergencies(List.of(inTwoHours(1, 0)))
                        .build()))
        .hasSize(2)
        .last()
        .isEqualTo(Block.Paragraph.of("Других задач между выездами не было."));
  }

  @Test
  public void wordsOfPeopleArePassedOnAsTheyAre() {
    String hostile = "{0} ''{1, plural, one{x}}'' <b>ж😀</b>";
    assertThat(item(Examples.RUSSIAN, inTwoHours(1, 0, hostile)).result())
        .contains("Сделано: " + hostile + ".");
  }

  private static TaskItem item(Locale language, Emergency emergency) {
    return list(language, emergency).items().get(0);
  }

  private static TaskList list(Locale language, Emergency... emergencies) {
    List<Block> blocks =
        new ProjectsSection()
            .blocks(
                ExampleVisit.usual().language(language).emergencies(List.of(emergencies)).build());
    return (TaskList) blocks.get(0);
  }

  private static Emergency inTwoHours(int minutesToArrival, int late, String... done) {
    return emergency(Optional.of(REQUEST.plus(Duration.ofHours(2))), minutesToArrival, late, done);
  }

  private static Emergency emergency(
      Optional<Instant> dueBy, int minutesToArrival, int late, String... done) {
    return new Emergency(
        "emergency",
        REQUEST,
        dueBy,
        REQUEST.plus(Duration.ofMinutes(minutesToArrival)),
        minutesToArrival,
        late,
        ExampleVisit.person(Role.ENGINEER),
        List.of(done));
  }
}
