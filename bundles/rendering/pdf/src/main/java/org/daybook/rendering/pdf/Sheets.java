package org.daybook.rendering.pdf;

import com.openhtmltopdf.pdfboxout.PageSupplier;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Gives the pages. */
final class Sheets implements PageSupplier {
  @Override
  public PDPage requestPage(
      PDDocument document, float width, float height, int number, int shadowNumber) {
    PDPage page = new PDPage(new PDRectangle(width, height));
    COSDictionary resources = new COSDictionary();
    resources.setItem(COSName.PROPERTIES, new Properties());
    page.setResources(new PDResources(resources));
    document.addPage(page);
    return page;
  }

  /**
   * The properties of a page's tagged texts. Each has its own, hundreds on a page, so there is no
   * use in comparing a new one with all those before it, which took a tenth of the time.
   */
  private static final class Properties extends COSDictionary {
    @Override
    public boolean containsValue(Object value) {
      return false;
    }
  }
}
