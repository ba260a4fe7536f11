package org.daybook.rendering.pdf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.TimeZone;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.util.DateConverter;
import org.daybook.api.report.ReportDocument;

/**
 * Dates and identity of a document. Both come from the report, so that the same report gives the
 * same document whenever it is rendered. The date stands in two places that have to agree (ISO
 * 19005-2, 6.6.3).
 */
final class Provenance {
  private static final Pattern XMP_CREATED =
      Pattern.compile("(<xmp:CreateDate>)[^<]*(</xmp:CreateDate>)");

  private final Calendar created;
  private final long identity;

  Provenance(ReportDocument report) {
    ZonedDateTime moment = report.createdAt().atZone(report.zone()).truncatedTo(ChronoUnit.SECONDS);
    this.created = GregorianCalendar.from(moment);
    this.created.setTimeZone(TimeZone.getTimeZone(moment.getOffset()));
    String identified = report.sha256() + report.number() + report.revision() + report.visit();
    this.identity = identified.hashCode() * 31L + report.createdAt().toEpochMilli();
  }

  void writeTo(PDDocument document) throws IOException {
    document.setDocumentId(identity);
    PDDocumentInformation information = document.getDocumentInformation();
    information.setCreationDate(created);
    PDMetadata metadata = document.getDocumentCatalog().getMetadata();
    String xmp = new String(metadata.toByteArray(), StandardCharsets.UTF_8);
    String date = Matcher.quoteReplacement(DateConverter.toISO8601(created));
    metadata.importXMPMetadata(
        XMP_CREATED.matcher(xmp).replaceAll("$1" + date + "$2").getBytes(StandardCharsets.UTF_8));
  }
}
