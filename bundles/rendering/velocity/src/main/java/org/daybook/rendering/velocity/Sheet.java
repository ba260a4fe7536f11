package org.daybook.rendering.velocity;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.daybook.api.delivery.Presentation;
import org.daybook.api.report.Block.Figure;
import org.daybook.api.report.Block.Picture;
import org.daybook.api.report.ReportDocument;
import org.daybook.api.report.ReportDocument.Summary;
import org.daybook.api.report.Tone;

/** A report as templates take it: every text ready to be inserted, nothing left to decide. */
public final class Sheet {
  private static final int HASH_LENGTH = 12;

  private final ReportDocument report;
  private final Words words;
  private final Presentation presentation;
  private final Brand brand;
  private final boolean compact;

  Sheet(ReportDocument report, Words words) {
    this(report, words, Presentation.PLAIN, false);
  }

  Sheet(ReportDocument report, Words words, Presentation presentation, boolean compact) {
    this.report = report;
    this.words = words;
    this.presentation = presentation;
    this.brand = Brand.of(report.branding(), presentation.logo());
    this.compact = compact;
  }

  /** Whether room is short: what is in order gets a line and no more. */
  public boolean isCompact() {
    return compact;
  }

  public Brand brand() {
    return brand;
  }

  /** A photo that can be shown; empty for one of which only the caption is there. */
  public Optional<Plate> plate(Picture picture) {
    return Plate.of(picture, presentation.logo());
  }

  /** Whether the reader has a page of this report. */
  public boolean hasPage() {
    return presentation.pageAddress().filter(Sheet::isWebAddress).isPresent();
  }

  /** The address of the reader's page; empty without one. */
  public String page() {
    return presentation.pageAddress().filter(Sheet::isWebAddress).orElse("");
  }

  /** Where on it the reader says that a task is missing. */
  public String disputePage() {
    return page() + "#dispute";
  }

  private static boolean isWebAddress(String address) {
    return address.startsWith("https://") || address.startsWith("http://");
  }

  /** Why there is another revision; empty in the first. */
  public String revised() {
    return report
        .revised()
        .map(
            revised ->
                words.get(
                    "revised",
                    String.valueOf(report.revision()),
                    words.day(revised.at()),
                    revised.reason().strip()))
        .orElse("");
  }

  public String language() {
    return report.language().toLanguageTag();
  }

  /** What the document is called in a title bar. */
  public String title() {
    return words.get("title", number(), report.client(), words.day(report.arrivedAt()));
  }

  public String heading() {
    return words.get("report");
  }

  public String number() {
    return report.revision() > 1
        ? words.get("numberRevision", report.number(), String.valueOf(report.revision()))
        : words.get("number", report.number());
  }

  public String headingNumber() {
    return heading() + " " + number();
  }

  /** Whether it is only looked at and not frozen. */
  public boolean isPreview() {
    return report.revision() == 0;
  }

  public String client() {
    return report.client();
  }

  public String site() {
    return report.site();
  }

  public String when() {
    return words.span(report.arrivedAt(), report.departedAt());
  }

  public String engineer() {
    return report.engineer();
  }

  public String headline() {
    return report.headline();
  }

  /** The four figures of the first page. */
  public List<Figure> figures() {
    Summary summary = report.summary();
    int attention =
        summary.tasksTotal()
            - summary.tasksDone()
            + summary.devicesTotal()
            - summary.devicesGreen();
    return List.of(
        figure("figure.tasks", summary.tasksDone(), summary.tasksTotal()),
        figure("figure.devices", summary.devicesGreen(), summary.devicesTotal()),
        new Figure(words.get("figure.time"), words.duration(summary.minutesOnSite()), Tone.NEUTRAL),
        new Figure(
            words.get("figure.attention"),
            attention == 0 ? words.get("nothing") : String.valueOf(attention),
            attention == 0 ? Tone.GOOD : Tone.BAD));
  }

  private Figure figure(String label, int good, int all) {
    return new Figure(
        words.get(label),
        all == 0 ? words.get("none") : words.get("of", String.valueOf(good), String.valueOf(all)),
        all == 0 ? Tone.NEUTRAL : good == all ? Tone.GOOD : Tone.WARNING);
  }

  public List<String> decisions() {
    return report.decisions();
  }

  /** When the next visit is planned, or that it is not. */
  public String nextVisit() {
    return report
        .nextVisitAt()
        .map(next -> words.get("nextVisitAt", words.day(next), words.time(next)))
        .orElseGet(() -> words.get("nextVisitUnknown"));
  }

  public List<SectionSheet> sections() {
    return report.sections().stream().map(section -> SectionSheet.of(section, words)).toList();
  }

  /** The engineer's manager with the ways to reach them; blank if there is none. */
  public String manager() {
    return report
        .manager()
        .map(
            manager ->
                Stream.of(Optional.of(manager.name()), manager.phone(), manager.email())
                    .flatMap(Optional::stream)
                    .filter(text -> !text.isBlank())
                    .reduce((left, right) -> left + ", " + right)
                    .orElse(""))
        .orElse("");
  }

  /** Enough of the hash to compare by eye; blank in a preview. */
  public String shortHash() {
    String hash = report.sha256();
    return hash.substring(0, Math.min(HASH_LENGTH, hash.length()));
  }
}
