package org.daybook.api.report;

import java.util.List;
import java.util.Optional;
import org.daybook.api.access.Actor;
import org.osgi.annotation.versioning.ProviderType;

/** Makes reports, keeps them, and reads them again. Safe for any thread. */
@ProviderType
public interface Reports {
  /** What the report of a visit would say now; stores nothing. */
  ReportDocument preview(String visitId);

  /**
   * Makes the report of a closed visit: asks the sections, freezes the snapshot, and releases it,
   * or holds it if the client is set to <em>review first</em>. Harmless to repeat: a report that is
   * there is returned. Called by the job that closing a visit queues.
   */
  VisitReport assemble(String visitId);

  /** Lets a held report go out. */
  VisitReport release(Actor actor, String reportId);

  /** The newest revision of a visit's report, once it is frozen. */
  Optional<VisitReport> newest(String visitId);

  /** The content of a stored report. */
  ReportDocument document(VisitReport report);

  /** A report's content as JSON with its hash, for machines; the shape is part of the contract. */
  String json(ReportDocument report);

  /** Checks the hash of one stored report, or of all if no id is given, oldest first. */
  List<Verification> verify(Optional<String> reportId);

  /** The sections that are there now, in their order. */
  List<SectionStatus> sections();
}
