package org.daybook.api.delivery;

import org.daybook.api.report.ReportDocument;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Turns a report into one format. Implemented by plugins, registered as an OSGi service with the
 * service property {@link #FORMAT}.
 *
 * <p>Called on a thread of the platform's, many at once, under the time limit {@code
 * rendererSeconds} of {@code org.daybook.delivery}.
 */
@ConsumerType
public interface ReportRenderer {
  /** Service property: the same as {@link #format()}. */
  String FORMAT = "daybook.format";

  /**
   * {@code html}, {@code txt}, {@code pdf}; {@code print} is the HTML that the PDF is made of,
   * {@code page} the part of a web page that holds the report, without head, styles or scripts.
   */
  String format();

  /** The media type with its charset if it has one. */
  String mediaType();

  /**
   * The document. The same report and presentation always give the same bytes; every text in it is
   * shown as text.
   *
   * @throws Exception for any trouble
   */
  byte[] render(ReportDocument report, Presentation presentation) throws Exception;
}
