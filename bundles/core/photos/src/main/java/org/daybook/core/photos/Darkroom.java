package org.daybook.core.photos;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.daybook.api.photo.PhotoSize;

/**
 * Draws an image anew in every size that is kept: upright, on white, as a JPEG, and with nothing of
 * what else was in the file. Its size is read before any of it is unfolded, and a large one is
 * unfolded with pixels left out, so the memory that it takes does not depend on what was sent.
 */
final class Darkroom {
  private static final long MOST_PIXELS = 40_000_000;
  private static final int LONGEST_SIDE = 30_000;
  private static final float QUALITY = 0.8f;

  /** From this orientation on, what is stored lies on its side. */
  private static final int LYING = 5;

  private Darkroom() {}

  static Map<PhotoSize, Picture> develop(byte[] bytes) throws BadImageException {
    Header header = new Header(bytes);
    Header.Format format =
        header
            .format()
            .orElseThrow(() -> new BadImageException("is neither a JPEG nor a PNG image"));
    if (!header.isWhole(format)) {
      throw new BadImageException("is an image that breaks off");
    }
    BufferedImage stored = read(bytes, format);
    Map<PhotoSize, Picture> pictures = new EnumMap<>(PhotoSize.class);
    BufferedImage drawn = stored;
    int orientation = header.orientation(format);
    for (PhotoSize size : PhotoSize.values()) {
      drawn = drawn(drawn, orientation, longest(size));
      orientation = 1;
      pictures.put(size, new Picture(jpeg(drawn), drawn.getWidth(), drawn.getHeight()));
    }
    return pictures;
  }

  private static int longest(PhotoSize size) {
    return switch (size) {
      case FULL -> 1600;
      case REPORT -> 640;
      case THUMBNAIL -> 320;
    };
  }

  private static BufferedImage read(byte[] bytes, Header.Format format) throws BadImageException {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format.name());
    ImageReader reader = readers.next();
    AtomicBoolean brokenOff = new AtomicBoolean();
    // In memory: ImageIO by itself would make a temporary file of it.
    try (MemoryCacheImageInputStream in =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      reader.setInput(in, true, true);
      reader.addIIOReadWarningListener(
          (source, warning) -> brokenOff.compareAndSet(false, isBrokenOff(warning)));
      int width = reader.getWidth(0);
      int height = reader.getHeight(0);
      if ((long) width * height > MOST_PIXELS || Math.max(width, height) > LONGEST_SIDE) {
        throw new BadImageException(
            "is an image of %d × %d pixels; at most 40 megapixels are read"
                .formatted(width, height));
      }
      ImageReadParam how = reader.getDefaultReadParam();
      int step = Math.max(1, Math.max(width, height) / longest(PhotoSize.FULL));
      how.setSourceSubsampling(step, step, 0, 0);
      BufferedImage image = reader.read(0, how);
      if (brokenOff.get()) {
        throw new BadImageException("is an image that breaks off");
      }
      return image;
    } catch (IOException | RuntimeException e) {
      // What a reader says about a broken file is of no use to who took the photo.
      throw new BadImageException("is an image that cannot be read");
    } finally {
      reader.dispose();
    }
  }

  /** A reader fills up with grey what is not there, and only remarks on it. */
  private static boolean isBrokenOff(String warning) {
    String remark = warning == null ? "" : warning.toLowerCase(Locale.ROOT);
    return remark.contains("premature") || remark.contains("truncated");
  }

  private static BufferedImage drawn(BufferedImage image, int orientation, int longest) {
    boolean lying = orientation >= LYING;
    double scale = Math.min(1, (double) longest / Math.max(image.getWidth(), image.getHeight()));
    int width = scaled(lying ? image.getHeight() : image.getWidth(), scale);
    int height = scaled(lying ? image.getWidth() : image.getHeight(), scale);
    BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = drawn.createGraphics();
    try {
      graphics.setColor(Color.WHITE);
      graphics.fillRect(0, 0, width, height);
      graphics.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      graphics.drawImage(image, upright(image, orientation, width, height), null);
    } finally {
      graphics.dispose();
    }
    return drawn;
  }

  private static int scaled(int side, double scale) {
    return Math.max(1, (int) Math.round(side * scale));
  }

  /** Takes the stored picture to where it has to stand. */
  private static AffineTransform upright(
      BufferedImage image, int orientation, int width, int height) {
    double w = image.getWidth();
    double h = image.getHeight();
    AffineTransform turn =
        switch (orientation) {
          case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
          case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
          case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
          case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
          case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
          case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
          case 8 -> new AffineTransform(0, -1, 1, 0, 0, w);
          default -> new AffineTransform();
        };
    boolean lying = orientation >= LYING;
    AffineTransform whole =
        AffineTransform.getScaleInstance(width / (lying ? h : w), height / (lying ? w : h));
    whole.concatenate(turn);
    return whole;
  }

  private static byte[] jpeg(BufferedImage image) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("JPEG").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(QUALITY);
      writer.write(null, new IIOImage(image, null, null), how);
    } catch (IOException e) {
      throw new IllegalStateException("a picture in memory cannot be written", e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
