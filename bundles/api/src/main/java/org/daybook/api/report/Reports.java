package org.daybook.api.report;

import java.util.List;
import java.util.Optional;
import org.daybook.api.access.Actor;
import org.daybook.api.visit.Correction;
import org.osgi.annotation.versioning.ProviderType;

/** Makes reports, keeps them, and reads them again. Safe for any thread. */
@ProviderType
public interface Reports {
  /** What the report of a visit would say now; stores nothing. */
  ReportDocument preview(String visitId);

  /**
   * Makes the report of a closed visit: asks the sections, freezes the snapshot, and releases it,
   * or holds it if the client is set to <em>review first</em>. When the frozen visit was corrected,
   * the next revision is made, and the one before is superseded once this one is released. Harmless
   * to repeat: a report that is there is returned. Called by the job that closing or correcting a
   * visit queues.
   */
  VisitReport assemble(String visitId);

  /**
   * Corrects what a closed visit's report says, and makes the next revision of it. Only for
   * managers; see {@link org.daybook.api.visit.Visits#correct}. While delivery is missing the
   * revision is returned FROZEN; its job lets it out.
   */
  VisitReport correct(Actor actor, String visitId, Correction correction);

  /**
   * Lets a held report go out; queues a released one for recipients that have no delivery of it
   * yet. Only for managers.
   *
   * @throws org.daybook.api.error.RefusedException if there is a later revision, released or not
   */
  VisitReport send(Actor actor, String reportId);

  /** All revisions of a visit's report that are frozen, oldest first. */
  List<VisitReport> revisions(String visitId);

  /** The newest revision of a visit's report, once it is frozen. */
  Optional<VisitReport> newest(String visitId);

  /** The content of a stored report. */
  ReportDocument document(VisitReport report);

  /** A report's content as JSON with its hash, for machines; the shape is part of the contract. */
  String json(ReportDocument report);

  /**
   * Checks one stored report, or all of them if no id is given, oldest first; what {@code
   * daybook:report-verify} shows. A report is intact if
   *
   * <ul>
   *   <li>the SHA-256 of its snapshot is the one that was stored with it, and the snapshot can be
   *       read;
   *   <li>it is kept under the number, revision, visit, reason and previous hash of its snapshot;
   *   <li>the client's report before it is there and has the hash that this one's snapshot carries,
   *       so that this one's hash covers it; and the same with the one after it;
   *   <li>no other report has its place in the client's chain, and as many reports follow it as the
   *       client was given: one that was removed shows in its neighbours, the last one as well.
   * </ul>
   *
   * <p>So whoever changes a stored report has to change all later ones of that client too, and the
   * hash that the client has on paper tells even that. Reports of before there was a chain (place
   * 0) are checked by themselves. If nothing is left of a client's reports, there is one answer
   * with a blank id that says so.
   *
   * @throws org.daybook.api.error.NotFoundException if there is no report with the id
   */
  List<Verification> verify(Optional<String> reportId);

  /** The sections that are there now, in their order. */
  List<SectionStatus> sections();
}
