package org.daybook.itests.benchmarks;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.daybook.api.delivery.Presentation;
import org.daybook.api.delivery.ReportRenderer;
import org.daybook.api.report.ReportDocument;
import org.daybook.core.plugins.BundlePluginRunner;
import org.daybook.core.reports.OpenedReports;
import org.daybook.rendering.pdf.PdfRenderer;
import org.daybook.rendering.velocity.BareMerge;
import org.daybook.rendering.velocity.HtmlRenderer;
import org.daybook.rendering.velocity.PrintRenderer;
import org.daybook.rendering.velocity.Templates;
import org.daybook.rendering.velocity.TextRenderer;
import org.daybook.sections.devices.DevicesSection;
import org.daybook.sections.projects.ProjectsSection;
import org.daybook.sections.wishes.WishesSection;
import org.daybook.testkit.InMemoryJobQueue;
import org.daybook.testkit.InMemoryStore;
import org.daybook.testkit.RecordingNotices;
import org.daybook.testkit.SettableClock;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A report on 100 devices and 40 tasks: milliseconds for each step of its way, warm. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 3)
public class ReportBenchmark {
  private OpenedReports reports;
  private ReportDocument report;
  private ReportRenderer html;
  private ReportRenderer text;
  private ReportRenderer print;
  private ReportRenderer pdf;
  private BareMerge bareHtml;
  private BareMerge bareText;

  /** Makes the report once; every step but the first begins with it. */
  @Setup
  public void prepare() throws Exception {
    SettableClock clock = new SettableClock();
    InMemoryStore store = new InMemoryStore(clock);
    reports =
        new OpenedReports(
            store,
            new RecordingNotices(clock),
            new BundlePluginRunner(Defaults.of(BundlePluginRunner.Config.class)),
            new InMemoryJobQueue(store, clock),
            clock,
            LargeVisit.build(),
            Map.of(
                100, new ProjectsSection(), 200, new WishesSection(), 300, new DevicesSection()));
    report = reports.assemble();
    Templates templates = new Templates();
    html = new HtmlRenderer(templates);
    text = new TextRenderer(templates);
    print = new PrintRenderer(templates);
    pdf = new PdfRenderer(print);
    bareHtml = new BareMerge("html.vm", report);
    bareText = new BareMerge("txt.vm", report);
    Plausible.check(report, html, text, pdf);
  }

  @TearDown
  public void close() {
    reports.close();
  }

  /** Three sections, asked under the time limits, checked, and put together. */
  @Benchmark
  public ReportDocument assemble() {
    return reports.assemble();
  }

  /** Canonical JSON and its SHA-256, as they are stored. */
  @Benchmark
  public String snapshot() {
    return reports.hash(report);
  }

  @Benchmark
  public byte[] html() throws Exception {
    return html.render(report, Presentation.PLAIN);
  }

  @Benchmark
  public byte[] text() throws Exception {
    return text.render(report, Presentation.PLAIN);
  }

  /** The XHTML that becomes the PDF. */
  @Benchmark
  public byte[] print() throws Exception {
    return print.render(report, Presentation.PLAIN);
  }

  @Benchmark
  public byte[] pdf() throws Exception {
    return pdf.render(report, Presentation.PLAIN);
  }

  @Benchmark
  public String bareHtmlMerge() {
    return bareHtml.merge();
  }

  @Benchmark
  public String bareTextMerge() {
    return bareText.merge();
  }
}
