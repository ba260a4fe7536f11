package org.daybook.rendering.velocity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.daybook.api.delivery.Presentation;
import org.daybook.api.delivery.Presentation.LogoPlace;
import org.daybook.api.report.Block.Picture;
import org.daybook.api.report.Block.Pictures;
import org.daybook.api.report.ReportDocument;
import org.junit.Test;

public class PicturesTest {
  private static final Presentation LETTER =
      new Presentation(Optional.empty(), LogoPlace.IN_MESSAGE);

  private final Templates templates = new Templates();

  @Test
  public void aPhotoIsDrawnInTheDocumentWithItsCaption() {
    ReportDocument report = showing(picture("photo-1", "Вентилятор <новый>", "QUJD"));
    for (String document : List.of(Rendered.html(report), Rendered.print(report), page(report))) {
      assertThat(document)
          .contains("<img src=\"data:image/jpeg;base64,QUJD\" alt=\"Фото\" width=\"215\"")
          .contains("height=\"161\"")
          .contains("Вентилятор &lt;новый&gt;")
          .contains("Фотографии");
    }
  }

  @Test
  public void inALetterItIsAPartOfTheMessage() {
    byte[] letter =
        new HtmlRenderer(templates)
            .render(showing(picture("0198-ab", "Вентилятор", "QUJD")), LETTER);
    assertThat(new String(letter, StandardCharsets.UTF_8))
        .contains("src=\"cid:photo-0198-ab\"")
        .doesNotContain("QUJD");
  }

  @Test
  public void plainTextSaysWhatIsToBeSeen() {
    assertThat(Rendered.txt(showing(picture("photo-1", "Вентилятор", "QUJD"))))
        .contains("Фотографии", "* Вентилятор")
        .doesNotContain("QUJD");
  }

  @Test
  public void ofAPhotoThatIsNotThereItsCaptionIs() {
    Picture none = new Picture("photo-1", "a".repeat(64), "Вентилятор", 4, 3, Optional.empty());
    ReportDocument report = showing(none);
    for (String document : List.of(Rendered.html(report), Rendered.print(report), page(report))) {
      assertThat(document).doesNotContain("<img").contains("• Вентилятор");
    }
  }

  @Test
  public void anIdThatIsNoneDrawsNothing() {
    ReportDocument report = showing(picture("x\" onload=\"y", "Вентилятор", "QUJD"));
    assertThat(Rendered.html(report)).doesNotContain("<img", "onload");
  }

  private String page(ReportDocument report) {
    return new String(
        new PageRenderer(templates).render(report, Presentation.PLAIN), StandardCharsets.UTF_8);
  }

  private static ReportDocument showing(Picture picture) {
    return Rendered.saying(new Pictures("Фотографии", List.of(picture)));
  }

  private static Picture picture(String id, String caption, String base64) {
    return new Picture(id, "a".repeat(64), caption, 1600, 1200, Optional.of(base64));
  }
}
