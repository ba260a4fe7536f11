package org.daybook.api.report;

import java.util.List;
import java.util.Locale;
import org.daybook.api.visit.ClosedVisit;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A section of the client's report. Implemented by plugins, registered as an OSGi service; while it
 * is registered, it is in every new report. The service property {@link #PLACE} (an Integer, 1000
 * if absent) says where it stands; the operator overrides the order in {@code org.daybook.reports}.
 *
 * <p>Called on a thread of the platform's, many at once, under the time limit {@code
 * sectionSeconds} of {@code org.daybook.reports}. Of a section that throws, hangs or vanishes the
 * report says that it is unavailable, and the operator gets a notice.
 */
@ConsumerType
public interface ReportSection {
  /** Service property: rising numbers follow each other in the report. */
  String PLACE = "daybook.section.place";

  /** Lower-case letters, digits and hyphens; unique: {@code devices}. */
  String id();

  /** The heading, in Russian or English. */
  String title(Locale language);

  /**
   * The content for one visit, in the client's language and zone. The same visit gives the same
   * blocks.
   *
   * @return at least one block; with nothing to report, a paragraph that says so
   * @throws Exception for any trouble
   */
  List<Block> blocks(ClosedVisit visit) throws Exception;
}
