package org.daybook.core.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.Test;

public class PictureTest {
  private static final int BASELINE = 0xc0;
  private static final int PROGRESSIVE = 0xc2;

  @Test
  public void aPngIsKnownByItsHeader() throws UnfitException {
    assertThat(Picture.of(Pictures.png(320, 64))).isEqualTo(new Picture("image/png", 320, 64));
  }

  @Test
  public void aJpegIsKnownByItsFrame() throws UnfitException {
    for (int frame : new int[] {BASELINE, PROGRESSIVE}) {
      for (int colours : new int[] {1, 3}) {
        assertThat(Picture.of(Pictures.jpeg(frame, 8, 600, 200, colours)))
            .isEqualTo(new Picture("image/jpeg", 600, 200));
      }
    }
  }

  @Test
  public void aJpegThatNotEverybodyCanShowIsRefused() {
    byte[] cmyk = Pictures.jpeg(BASELINE, 8, 10, 10, 4);
    byte[] lossless = Pictures.jpeg(0xc3, 8, 10, 10, 3);
    byte[] deep = Pictures.jpeg(0xc1, 12, 10, 10, 3);
    for (byte[] file : new byte[][] {cmyk, lossless, deep}) {
      assertThatThrownBy(() -> Picture.of(file)).hasMessageContaining("not every mail program");
    }
  }

  @Test
  public void whatIsNoPictureIsRefused() {
    for (String text : new String[] {"", "x", "<svg/>", "GIF89a", "\u0000\u0000"}) {
      assertThatThrownBy(() -> Picture.of(text.getBytes(StandardCharsets.UTF_8)))
          .isInstanceOf(UnfitException.class)
          .hasMessage("it is neither a PNG nor a JPEG picture.");
    }
  }

  @Test
  public void aPictureThatIsCutOffAnywhereIsRefused() {
    for (byte[] file : new byte[][] {Pictures.png(8, 8), Pictures.jpeg(BASELINE, 8, 8, 8, 3)}) {
      for (int length = 0; length < file.length; length++) {
        byte[] cut = Arrays.copyOf(file, length);
        assertThatThrownBy(() -> Picture.of(cut)).isInstanceOf(UnfitException.class);
      }
    }
  }

  @Test
  public void aPngWithAWrongBitAnywhereIsRefused() {
    byte[] file = Pictures.png(8, 8);
    for (int i = 0; i < file.length; i++) {
      byte[] changed = file.clone();
      changed[i] ^= 0x10;
      assertThatThrownBy(() -> Picture.of(changed)).isInstanceOf(UnfitException.class);
    }
  }

  @Test
  public void nothingButARefusalComesOfNonsense() {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      byte[] file = new byte[random.nextInt(60)];
      random.nextBytes(file);
      if (file.length > 2) {
        file[0] = (byte) 0xff;
        file[1] = (byte) 0xd8;
        file[2] = (byte) 0xff;
      }
      try {
        Picture.of(file);
      } catch (UnfitException expected) {
        assertThat(expected).hasMessageEndingWith(".");
      }
    }
  }
}
