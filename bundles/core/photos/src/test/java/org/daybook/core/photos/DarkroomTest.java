package org.daybook.core.photos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.daybook.api.photo.PhotoSize;
import org.junit.Test;

public final class DarkroomTest {

  @Test
  public void aPhotoIsKeptInThreeSizes() throws Exception {
    Map<PhotoSize, Picture> pictures = Darkroom.develop(Images.jpeg(4000, 3000));
    assertThat(sizes(pictures)).containsExactly("1600x1200", "640x480", "320x240");
    for (Picture picture : pictures.values()) {
      BufferedImage image = Images.read(picture.jpeg());
      assertThat(image.getWidth()).isEqualTo(picture.width());
      assertThat(image.getHeight()).isEqualTo(picture.height());
      assertThat(isRed(image, 0.2, 0.5)).isTrue();
      assertThat(isRed(image, 0.8, 0.5)).isFalse();
    }
  }

  @Test
  public void aSmallOneIsNotBlownUp() throws Exception {
    assertThat(sizes(Darkroom.develop(Images.png(500, 20))))
        .containsExactly("500x20", "500x20", "320x13");
    assertThat(sizes(Darkroom.develop(Images.png(1, 1)))).containsExactly("1x1", "1x1", "1x1");
    assertThat(sizes(Darkroom.develop(Images.png(9000, 1))))
        .containsExactly("1600x1", "640x1", "320x1");
  }

  @Test
  public void whatIsSeenThroughIsWhite() throws Exception {
    BufferedImage clear = new BufferedImage(40, 40, BufferedImage.TYPE_INT_ARGB);
    Picture picture = Darkroom.develop(Images.written(clear, "PNG")).get(PhotoSize.FULL);
    assertThat(Images.read(picture.jpeg()).getRGB(20, 20)).isEqualTo(0xFFFFFFFF);
  }

  @Test
  public void theCameraSaysWhichWayIsUp() throws Exception {
    for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
      for (int orientation = 1; orientation <= 8; orientation++) {
        byte[] bytes = Images.withExif(Images.jpeg(400, 200), orientation, order);
        Picture picture = Darkroom.develop(bytes).get(PhotoSize.FULL);
        BufferedImage image = Images.read(picture.jpeg());
        boolean lying = orientation >= 5;
        assertThat(image.getWidth()).as("%d", orientation).isEqualTo(lying ? 200 : 400);
        // The red half: on the left as stored, and where the orientation puts that.
        boolean redLeft = isRed(image, 0.2, lying ? 0.2 : 0.5);
        boolean expected = List.of(1, 4, 5, 6).contains(orientation);
        assertThat(redLeft).as("orientation %d", orientation).isEqualTo(expected);
      }
    }
  }

  @Test
  public void whereItWasTakenIsNotKept() throws Exception {
    byte[] bytes = Images.withExif(Images.jpeg(400, 200), 6, ByteOrder.BIG_ENDIAN);
    assertThat(text(bytes)).contains("GPS").contains("Luxury");
    for (Picture picture : Darkroom.develop(bytes).values()) {
      assertThat(text(picture.jpeg())).doesNotContain("GPS", "Luxury", "Exif");
    }
  }

  @Test
  public void whatIsAppendedIsNotKept() throws Exception {
    byte[] jpeg = Images.jpeg(100, 100);
    byte[] script = "<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII);
    byte[] both = Arrays.copyOf(jpeg, jpeg.length + script.length);
    System.arraycopy(script, 0, both, jpeg.length, script.length);
    assertThat(text(Darkroom.develop(both).get(PhotoSize.FULL).jpeg())).doesNotContain("script");
  }

  @Test
  public void aBrokenOrientationIsNoReasonToRefuse() throws Exception {
    byte[] bytes = Images.withExif(Images.jpeg(400, 200), 6, ByteOrder.LITTLE_ENDIAN);
    for (int i = 2; i < 60; i++) {
      byte[] broken = bytes.clone();
      broken[i] ^= 0x55;
      try {
        assertThat(Darkroom.develop(broken)).hasSize(3);
      } catch (BadImageException e) {
        assertThat(e.getMessage()).startsWith("is ");
      }
    }
  }

  @Test
  public void whatIsNoImageIsRefused() {
    for (String text :
        List.of(
            "",
            "x",
            "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
            "<html><img src=x></html>",
            "GIF89a.............................",
            "RIFF....WEBPVP8 ...............")) {
      refused(text.getBytes(StandardCharsets.US_ASCII), "is neither a JPEG nor a PNG image");
    }
  }

  @Test
  public void whatBreaksOffIsRefused() {
    for (byte[] whole : List.of(Images.jpeg(800, 600), Images.png(800, 600))) {
      for (int length : new int[] {9, whole.length / 4, whole.length / 2, whole.length - 13}) {
        byte[] part = Arrays.copyOf(whole, length);
        assertThatThrownBy(() -> Darkroom.develop(part))
            .as("%d of %d", length, whole.length)
            .isInstanceOf(BadImageException.class);
      }
    }
  }

  @Test
  public void aJpegWithItsEndAndWithoutItsMiddleIsRefused() {
    byte[] whole = Images.written(noise(), "JPEG");
    byte[] cut = Arrays.copyOf(whole, whole.length / 2);
    cut[cut.length - 2] = (byte) 0xFF;
    cut[cut.length - 1] = (byte) 0xD9;
    assertThatThrownBy(() -> Darkroom.develop(cut)).isInstanceOf(BadImageException.class);
  }

  @Test
  public void aBombIsRefusedBeforeItGoesOff() {
    for (int[] size : new int[][] {{50_000, 50_000}, {30_001, 10}, {8_000, 5_001}}) {
      assertThatThrownBy(() -> Darkroom.develop(Images.claiming(size[0], size[1])))
          .isInstanceOf(BadImageException.class)
          .hasMessageContaining("at most 40 megapixels");
    }
  }

  @Test
  public void aFileThatClaimsMoreThanItHasIsRefused() {
    refused(Images.claiming(6_000, 6_000), "is an image that cannot be read");
    refused(Images.claiming(0, 0), "is an image that cannot be read");
    refused(Images.claiming(-1, 5), "is an image that cannot be read");
  }

  private static BufferedImage noise() {
    BufferedImage image = new BufferedImage(600, 600, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(5);
    for (int x = 0; x < 600; x++) {
      for (int y = 0; y < 600; y++) {
        image.setRGB(x, y, random.nextInt());
      }
    }
    return image;
  }

  private static void refused(byte[] bytes, String message) {
    assertThatThrownBy(() -> Darkroom.develop(bytes))
        .isInstanceOf(BadImageException.class)
        .hasMessage(message);
  }

  private static List<String> sizes(Map<PhotoSize, Picture> pictures) {
    return pictures.values().stream().map(p -> p.width() + "x" + p.height()).toList();
  }

  private static boolean isRed(BufferedImage image, double x, double y) {
    int rgb = image.getRGB((int) (image.getWidth() * x), (int) (image.getHeight() * y));
    return (rgb >> 16 & 0xFF) > 200 && (rgb & 0xFF) < 60;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
