package org.daybook.core.reports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** Draws pictures for tests, by hand: nothing of the code under test or of a desktop is needed. */
final class Pictures {
  private Pictures() {}

  /** A white picture in grey. */
  static byte[] png(int width, int height) {
    try {
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      file.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
      chunk(
          file,
          "IHDR",
          ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] {8, 0, 0, 0, 0}));
      ByteArrayOutputStream pixels = new ByteArrayOutputStream();
      try (DeflaterOutputStream deflated = new DeflaterOutputStream(pixels)) {
        for (int row = 0; row < height; row++) {
          deflated.write(0);
          deflated.write("\u00ff".repeat(width).getBytes(StandardCharsets.ISO_8859_1));
        }
      }
      chunk(file, "IDAT", ByteBuffer.wrap(pixels.toByteArray()));
      chunk(file, "IEND", ByteBuffer.allocate(0));
      return file.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The segments of a JPEG that describe it, and an end; there is nothing to see on it. */
  static byte[] jpeg(int frame, int bits, int width, int height, int colours) {
    ByteBuffer file = ByteBuffer.allocate(200);
    file.putShort((short) 0xffd8);
    file.putShort((short) 0xffe0)
        .putShort((short) 16)
        .put("JFIF".getBytes(StandardCharsets.US_ASCII));
    file.put(new byte[10]);
    file.put((byte) 0xff).putShort((short) 0xffdb).putShort((short) 4).put(new byte[2]);
    file.put((byte) 0xff).put((byte) frame).putShort((short) (8 + 3 * colours)).put((byte) bits);
    file.putShort((short) height).putShort((short) width).put((byte) colours);
    file.put(new byte[3 * colours]);
    file.putShort((short) 0xffda).putShort((short) 4).put(new byte[2]);
    file.put(new byte[] {1, 2, 3}).putShort((short) 0xffd9);
    byte[] bytes = new byte[file.position()];
    file.rewind().get(bytes);
    return bytes;
  }

  private static void chunk(ByteArrayOutputStream file, String type, ByteBuffer content)
      throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 sum = new CRC32();
    sum.update(name);
    sum.update(content.array());
    file.write(ByteBuffer.allocate(4).putInt(content.array().length).array());
    file.write(name);
    file.write(content.array());
    file.write(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
  }
}
