package org.daybook.rendering.velocity;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.daybook.api.delivery.Presentation;
import org.daybook.api.delivery.ReportRenderer;
import org.daybook.api.report.ReportDocument;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The report as XHTML with a style sheet for paged media, for the renderer of PDF. */
@Component(property = ReportRenderer.FORMAT + "=print")
public final class PrintRenderer implements ReportRenderer {
  private final Templates templates;

  @Activate
  public PrintRenderer(@Reference Templates templates) {
    this.templates = templates;
  }

  @Override
  public String format() {
    return "print";
  }

  @Override
  public String mediaType() {
    return "application/xhtml+xml; charset=UTF-8";
  }

  @Override
  public byte[] render(ReportDocument report, Presentation presentation) {
    Rendering rendering =
        new Rendering(
            report, presentation, false, PrintEscaping::escape, PrintRenderer::requireXml);
    return templates.merge("print", rendering).getBytes(StandardCharsets.UTF_8);
  }

  /** A PDF cannot be made of anything else. */
  private static void requireXml(String document) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      builder.parse(new InputSource(new StringReader(document)));
    } catch (SAXException e) {
      throw new IllegalArgumentException("it makes no well-formed XHTML: " + e.getMessage(), e);
    } catch (ParserConfigurationException | IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
