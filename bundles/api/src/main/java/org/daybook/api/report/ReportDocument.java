package org.daybook.api.report;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A report's whole content, ready to be rendered; what the snapshot holds. The same document always
 * renders to the same bytes.
 *
 * @param number for people; {@code —} in a preview
 * @param revision from 1; 0 in a preview
 * @param sha256 of the snapshot, hexadecimal; blank in a preview
 * @param createdAt when it was frozen
 * @param language of all texts
 * @param zone of all times
 * @param client its name
 * @param clientCode its code
 * @param site name and address
 * @param engineer name
 * @param manager the engineer's, with a way to reach them; empty if there is none
 * @param visit id
 * @param arrivedAt start of the visit
 * @param departedAt end of the visit
 * @param nextVisitAt when the next visit is planned
 * @param summary the figures of page 1
 * @param headline the summary in one sentence
 * @param decisions what needs the client's decision, each a sentence
 * @param sections in their order, those that failed included
 * @param revised why this revision was made; empty in the first one
 * @param previousSha256 hash of the client's report before this one, so that this one's hash covers
 *     it; empty for the client's first
 * @param branding how it looks; frozen with it
 */
public record ReportDocument(
    String number,
    int revision,
    String sha256,
    Instant createdAt,
    Locale language,
    ZoneId zone,
    String client,
    String clientCode,
    String site,
    String engineer,
    Optional<Manager> manager,
    String visit,
    Instant arrivedAt,
    Instant departedAt,
    Optional<Instant> nextVisitAt,
    Summary summary,
    String headline,
    List<String> decisions,
    List<Section> sections,
    Optional<Revised> revised,
    Optional<String> previousSha256,
    Branding branding) {

  public ReportDocument {
    decisions = List.copyOf(decisions);
    sections = List.copyOf(sections);
    // Absent in snapshots of before there were revisions and branding.
    revised = revised == null ? Optional.empty() : revised;
    previousSha256 = previousSha256 == null ? Optional.empty() : previousSha256;
    branding = branding == null ? Branding.NONE : branding;
  }

  /**
   * Why a revision took the place of the one before.
   *
   * @param reason as the manager put it, for the client
   */
  public record Revised(String reason, Instant at) {}

  /** Whom the client turns to. */
  public record Manager(String name, Optional<String> email, Optional<String> phone) {}

  /** The figures of page 1. */
  public record Summary(
      int tasksDone, int tasksTotal, int devicesGreen, int devicesTotal, int minutesOnSite) {}

  /**
   * One section.
   *
   * @param blocks if unavailable, one paragraph that says so
   */
  public record Section(String id, String title, Status status, List<Block> blocks) {
    public Section {
      blocks = List.copyOf(blocks);
    }
  }

  /** Whether a section is there. */
  public enum Status {
    OK,
    UNAVAILABLE
  }
}
