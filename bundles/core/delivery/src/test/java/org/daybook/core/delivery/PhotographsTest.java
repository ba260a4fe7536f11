package org.daybook.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.daybook.api.photo.PhotoSize;
import org.daybook.api.report.Block;
import org.daybook.api.report.ReportDocument;
import org.daybook.api.report.ReportDocument.Section;
import org.daybook.api.report.ReportDocument.Status;
import org.daybook.testkit.ExampleReport;
import org.daybook.testkit.Examples;
import org.daybook.testkit.InMemoryStore;
import org.junit.Test;

public final class PhotographsTest {
  /** Of the bytes {@code ABC}. */
  private static final String HASH =
      "b5d4045c3f466fa91fe2cc6abe79232a1a57cdf104f7a26e716e0a1e2789df78";

  private final InMemoryStore store = new InMemoryStore();
  private final Photographs photographs = new Photographs(store);

  @Test
  public void theBytesThatWereFrozenArePutIn() {
    keep("photo-1", "ABC");
    assertThat(drawn(report(picture("photo-1", HASH)), 40)).containsExactly(Optional.of("QUJD"));
  }

  @Test
  public void otherBytesOrNoneAreLeftOut() {
    keep("photo-1", "ABD");
    assertThat(drawn(report(picture("photo-1", HASH), picture("photo-2", HASH)), 40))
        .containsExactly(Optional.empty(), Optional.empty());
  }

  @Test
  public void noMoreThanThereIsRoomFor() {
    List<Block.Picture> pictures =
        IntStream.range(0, 9)
            .mapToObj(
                i -> {
                  keep("photo-" + i, "ABC");
                  return picture("photo-" + i, HASH);
                })
            .toList();
    List<Optional<String>> drawn = drawn(report(pictures.toArray(Block.Picture[]::new)), 6);
    assertThat(drawn).hasSize(9);
    assertThat(drawn.stream().filter(Optional::isPresent)).hasSize(6);
    assertThat(drawn.subList(0, 6)).allMatch(Optional::isPresent);
  }

  @Test
  public void aReportWithoutPhotosStaysTheSame() {
    ReportDocument report = ExampleReport.with(ExampleReport.usual(Examples.RUSSIAN), List.of());
    assertThat(photographs.into(report, 40)).isSameAs(report);
  }

  @Test
  public void nothingElseInTheReportChanges() {
    keep("photo-1", "ABC");
    ReportDocument report = report(picture("photo-1", HASH));
    ReportDocument drawn = photographs.into(report, 40);
    assertThat(ExampleReport.with(drawn, report.sections())).isEqualTo(report);
  }

  private void keep(String id, String content) {
    store.prepare(
        tx ->
            tx.keepPhotoContent(id, PhotoSize.REPORT, content.getBytes(StandardCharsets.US_ASCII)));
  }

  private List<Optional<String>> drawn(ReportDocument report, int most) {
    return photographs.into(report, most).sections().stream()
        .flatMap(section -> section.blocks().stream())
        .filter(Block.Pictures.class::isInstance)
        .flatMap(block -> ((Block.Pictures) block).pictures().stream())
        .map(Block.Picture::base64)
        .toList();
  }

  private static ReportDocument report(Block.Picture... pictures) {
    return ExampleReport.with(
        ExampleReport.usual(Examples.RUSSIAN),
        List.of(
            new Section(
                "projects",
                "Проекты",
                Status.OK,
                List.of(
                    Block.Paragraph.of("Текст"), new Block.Pictures("Фото", List.of(pictures))))));
  }

  private static Block.Picture picture(String id, String hash) {
    return new Block.Picture(id, hash, "Вентилятор", 640, 480, Optional.empty());
  }
}
