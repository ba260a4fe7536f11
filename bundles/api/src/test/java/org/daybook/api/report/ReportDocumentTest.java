package org.daybook.api.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.daybook.api.report.ReportDocument.Section;
import org.daybook.api.report.ReportDocument.Status;
import org.daybook.api.report.ReportDocument.Summary;
import org.junit.Test;

public class ReportDocumentTest {
  private static final Instant AT = Instant.parse("2026-03-12T15:00:00Z");

  private final List<String> decisions = new ArrayList<>(List.of("Approve the disk."));
  private final List<Section> sections =
      new ArrayList<>(List.of(new Section("projects", "Projects", Status.OK, List.of())));

  @Test
  public void snapshotsOfBeforeRevisionsAreReadAsFirstOnesWithoutBranding() {
    ReportDocument old = document(null, null, null);
    assertThat(old.revised()).isEmpty();
    assertThat(old.previousSha256()).isEmpty();
    assertThat(old.branding()).isEqualTo(Branding.NONE);
  }

  @Test
  public void whatItWasMadeOfCannotChangeItAfterwards() {
    ReportDocument document = document(Optional.empty(), Optional.of("hash"), Branding.NONE);
    decisions.clear();
    sections.clear();
    assertThat(document.decisions()).containsExactly("Approve the disk.");
    assertThat(document.sections()).hasSize(1);
    assertThat(document.previousSha256()).contains("hash");
  }

  private ReportDocument document(
      Optional<ReportDocument.Revised> revised, Optional<String> previous, Branding branding) {
    return new ReportDocument(
        "2026-0001",
        1,
        "",
        AT,
        Locale.ENGLISH,
        ZoneId.of("UTC"),
        "Client",
        "client",
        "Office",
        "Engineer",
        Optional.empty(),
        "visit-1",
        AT,
        AT,
        Optional.empty(),
        new Summary(1, 1, 1, 1, 60),
        "All is well.",
        decisions,
        sections,
        revised,
        previous,
        branding);
  }
}
