package org.daybook.core.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.daybook.api.error.UnavailableException;
import org.daybook.api.notice.NoticeKind;
import org.daybook.api.plugin.PluginResult;
import org.daybook.api.plugin.PluginRunner;
import org.daybook.api.report.Block;
import org.daybook.api.report.ReportDocument;
import org.daybook.api.report.ReportDocument.Section;
import org.daybook.api.report.ReportDocument.Status;
import org.daybook.api.report.ReportSection;
import org.daybook.api.report.SectionStatus;
import org.daybook.testkit.DirectPluginRunner;
import org.daybook.testkit.Examples;
import org.junit.Test;

public class SectionsTest {
  private static final String GAP =
      "Раздел «Раздел b» временно недоступен. Остальные разделы отчёта полны; о сбое сообщено"
          + " обслуживающему персоналу.";

  private final Fixture fixture = new Fixture();
  private final FakeSection a = new FakeSection("a");
  private final FakeSection b = new FakeSection("b");
  private final FakeSection c = new FakeSection("c");

  @Test
  public void sectionsStandInTheirPlaces() {
    assertThat(ids(preview(fixture.service(c, a, b)))).containsExactly("c", "a", "b");
  }

  @Test
  public void theConfiguredOrderComesFirst() {
    ReportsService service =
        fixture.service(settings(List.of("b", "x"), List.of()), fixture.runner, a, b, c);
    assertThat(ids(preview(service))).containsExactly("b", "a", "c");
    assertThat(service.sections())
        .extracting(SectionStatus::id, SectionStatus::place, SectionStatus::titleEn)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("b", 1, "Section b"),
            org.assertj.core.groups.Tuple.tuple("a", 2, "Section a"),
            org.assertj.core.groups.Tuple.tuple("c", 3, "Section c"));
  }

  @Test
  public void aSectionThatIsNotInstalledIsSimplyNotThere() {
    ReportsService service = fixture.service(a, b);
    preview(service);
    service.sections = service.sections.subList(0, 1);
    assertThat(ids(preview(service))).containsExactly("a");
    assertThat(fixture.notices.standing()).isEmpty();
  }

  @Test
  public void aRequiredSectionThatIsNotInstalledIsAGap() {
    ReportsService service =
        fixture.service(settings(List.of("b"), List.of("b")), fixture.runner, a, b);
    preview(service);
    service.sections = service.sections.subList(0, 1);
    ReportDocument report = preview(service);
    assertThat(ids(report)).containsExactly("b", "a");
    assertThat(section(report, "b")).isEqualTo(gapOf("b", GAP));
    assertThat(fixture.notices.standing(NoticeKind.SECTION_FAULT, "section:b")).isPresent();
  }

  @Test
  public void whateverASectionDoesTheOthersStandAndItIsAVisibleGap() {
    List<FakeSection.Answer> misdeeds =
        List.of(
            () -> {
              throw new IllegalStateException("boom");
            },
            () -> {
              throw new UnavailableException("not now");
            },
            () -> {
              throw new StackOverflowError();
            },
            () -> null,
            List::of,
            () -> Arrays.asList(Block.Paragraph.of("x"), null),
            () -> List.of(Block.Paragraph.of(null)),
            () -> List.of(Block.Paragraph.of("x".repeat(200_000))));
    for (FakeSection.Answer misdeed : misdeeds) {
      b.answer = misdeed;
      ReportDocument report = preview(fixture.service(a, b, c));
      assertThat(ids(report)).containsExactly("a", "b", "c");
      assertThat(section(report, "a").status()).isEqualTo(Status.OK);
      assertThat(section(report, "c").status()).isEqualTo(Status.OK);
      assertThat(section(report, "b")).isEqualTo(gapOf("b", GAP));
    }
  }

  @Test
  public void theOperatorIsToldWhichBundleFailedUntilItWorksAgain() {
    ReportsService service = fixture.service(a, b);
    fixture.runner.breakDown(b, PluginResult.Kind.THREW);

    preview(service);
    assertThat(fixture.notices.standing())
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.subject()).contains(DirectPluginRunner.BUNDLE);
              assertThat(notice.recipientId()).isEmpty();
            });
    fixture.runner.mend(b);
    assertThat(preview(service).sections()).extracting(Section::status).containsOnly(Status.OK);
    assertThat(fixture.notices.standing()).isEmpty();
  }

  @Test
  public void theOperatorIsToldInTheirLanguage() {
    Settings usual = Fixture.SETTINGS;
    Settings russian =
        new Settings(
            usual.order(),
            usual.required(),
            usual.sectionLimit(),
            usual.reportLimit(),
            usual.parallelSections(),
            usual.sectionBytes(),
            usual.brandingDirectory(),
            usual.reviewReminder(),
            Examples.RUSSIAN);
    ReportsService service = fixture.service(russian, fixture.runner, a, b);
    fixture.runner.breakDown(b, PluginResult.Kind.THREW);
    preview(service);
    assertThat(fixture.notices.standing())
        .singleElement()
        .satisfies(
            notice -> assertThat(notice.subject()).contains("Раздел отчёта", "недоступен: "));
  }

  @Test
  public void aFaultIsShownWithTheSection() {
    ReportsService service = fixture.service(a, b);
    preview(service);
    b.answer = () -> null;
    preview(service);
    assertThat(service.sections().get(0).lastFault()).isEmpty();
    assertThat(service.sections().get(1).lastFault()).isPresent();
    assertThat(fixture.notices.standing(NoticeKind.SECTION_FAULT, "section:b")).isPresent();
  }

  @Test
  public void aSectionThatVanishesWhileItIsAskedIsAGap() {
    ReportsService service = fixture.service(a, b);
    preview(service);
    fixture.runner.breakDown(b, PluginResult.Kind.VANISHED);
    assertThat(section(preview(service), "b").status()).isEqualTo(Status.UNAVAILABLE);
  }

  @Test
  public void aSectionThatCannotSayItsNameIsAGapUnderTheNameOfItsBundle() {
    ReportSection nameless = new FakeSection("Not An Id");
    ReportDocument report = preview(fixture.service(a, nameless));
    assertThat(report.sections().get(1))
        .satisfies(
            section -> {
              assertThat(section.id()).isEqualTo("org-example-plugin");
              assertThat(section.title()).isEqualTo("Дополнительный раздел");
              assertThat(section.status()).isEqualTo(Status.UNAVAILABLE);
            });
  }

  @Test
  public void ofTwoSectionsWithTheSameIdTheHigherRankingWins() {
    ReportsService service = fixture.service();
    FakeSection other = new FakeSection("a");
    other.answer = () -> List.of(Block.Paragraph.of("Другой"));
    service.sections =
        List.of(
            FakeSection.registered(a, 1, 10, 0),
            FakeSection.registered(other, 2, 10, 5),
            FakeSection.registered(b, 3, 20, 0));
    ReportDocument report = preview(service);
    assertThat(ids(report)).containsExactly("a", "b");
    assertThat(section(report, "a").blocks()).containsExactly(Block.Paragraph.of("Другой"));
  }

  @Test
  public void manyHangingSectionsDoNotHoldUpTheReport() {
    FakeSection[] sections = new FakeSection[20];
    for (int i = 0; i < sections.length; i++) {
      sections[i] = new FakeSection("hangs-" + i);
    }
    Settings settings =
        Fixture.settings(List.of(), List.of(), Duration.ofMillis(300), Duration.ofMillis(900));
    long start = System.nanoTime();
    ReportDocument report = preview(fixture.service(settings, new HangingRunner(), sections));
    // Once for the names and once for the blocks, with room for a slow machine.
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    assertThat(report.sections()).isNotEmpty().allMatch(s -> s.status() == Status.UNAVAILABLE);
  }

  @Test
  public void noReportIsFrozenWithoutWhatTheStopOfThePlatformCutOff() {
    ReportsService service = fixture.service(a, b);
    a.answer =
        () -> {
          service.stop();
          throw new InterruptedException("the platform stops");
        };
    assertThatThrownBy(() -> service.assemble(Examples.VISIT_ID))
        .isInstanceOf(UnavailableException.class);
    assertThat(service.newest(Examples.VISIT_ID)).isEmpty();
    assertThat(fixture.notices.standing()).isEmpty();
    assertThatThrownBy(() -> preview(service)).isInstanceOf(UnavailableException.class);
  }

  /** Every plugin hangs until its time is over. */
  private static final class HangingRunner implements PluginRunner {
    @Override
    public <T> PluginResult<T> call(Object plugin, Duration limit, Callable<T> call) {
      try {
        boolean ended = new CountDownLatch(1).await(limit.toNanos(), TimeUnit.NANOSECONDS);
        return new PluginResult.Failed<>(
            PluginResult.Kind.TIMED_OUT, bundleOf(plugin), "hangs, " + ended);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public String bundleOf(Object plugin) {
      return ((FakeSection) plugin).id() + " 1.0.0";
    }
  }

  private static Settings settings(List<String> order, List<String> required) {
    return Fixture.settings(order, required, Duration.ofSeconds(10), Duration.ofSeconds(45));
  }

  private static ReportDocument preview(ReportsService service) {
    return service.preview(Examples.VISIT_ID);
  }

  private static List<String> ids(ReportDocument report) {
    List<String> ids = new ArrayList<>();
    report.sections().forEach(section -> ids.add(section.id()));
    return ids;
  }

  private static Section section(ReportDocument report, String id) {
    Optional<Section> found =
        report.sections().stream().filter(section -> section.id().equals(id)).findFirst();
    return found.orElseThrow();
  }

  private static Section gapOf(String id, String sentence) {
    return new Section(
        id,
        "Раздел " + id,
        Status.UNAVAILABLE,
        List.of(new Block.Paragraph(sentence, org.daybook.api.report.Tone.WARNING)));
  }
}
