package org.daybook.core.reports;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * A picture as its header describes it: PNG (ISO/IEC 15948) or JPEG (ISO/IEC 10918-1). Only what
 * every mail program and the PDF can show passes, and only if no part of the file is missing.
 *
 * @param width in pixels
 * @param height in pixels
 */
record Picture(String mediaType, int width, int height) {
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final int CHUNK_OVERHEAD = 12;
  private static final int HEADER_LENGTH = 13;

  private static final int START_OF_IMAGE = 0xffd8;
  private static final int END_OF_IMAGE = 0xffd9;
  private static final int START_OF_SCAN = 0xda;

  static Picture of(byte[] file) throws UnfitException {
    ByteBuffer bytes = ByteBuffer.wrap(file);
    if (file.length >= PNG.length && Arrays.equals(file, 0, PNG.length, PNG, 0, PNG.length)) {
      return png(bytes.position(PNG.length));
    }
    if (file.length >= 2 && unsigned(bytes) == START_OF_IMAGE) {
      return jpeg(bytes);
    }
    throw new UnfitException("it is neither a PNG nor a JPEG picture.");
  }

  private static Picture png(ByteBuffer bytes) throws UnfitException {
    Picture picture = null;
    while (bytes.remaining() >= CHUNK_OVERHEAD) {
      int length = bytes.getInt();
      if (length < 0 || length > bytes.remaining() - 8) {
        throw broken();
      }
      int start = bytes.position();
      String type = chunkType(bytes);
      if (type.equals("IHDR") && length == HEADER_LENGTH) {
        picture = new Picture("image/png", bytes.getInt(), bytes.getInt());
      }
      bytes.position(start + 4 + length);
      CRC32 sum = new CRC32();
      sum.update(bytes.array(), start, 4 + length);
      if (bytes.getInt() != (int) sum.getValue()) {
        throw broken();
      }
      if (type.equals("IEND") && picture != null) {
        return picture;
      }
    }
    throw broken();
  }

  private static String chunkType(ByteBuffer bytes) {
    StringBuilder type = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      type.append((char) (bytes.get() & 0xff));
    }
    return type.toString();
  }

  private static Picture jpeg(ByteBuffer bytes) throws UnfitException {
    Picture picture = null;
    while (bytes.remaining() >= 4) {
      int marker = unsigned(bytes);
      if ((marker & 0xff00) != 0xff00) {
        throw broken();
      }
      if (marker == 0xffff) {
        // A fill byte before a marker.
        bytes.position(bytes.position() - 1);
        continue;
      }
      int kind = marker & 0xff;
      int start = bytes.position();
      int length = unsigned(bytes);
      if (length < 2 || length > bytes.limit() - start) {
        throw broken();
      }
      if (isFrame(kind)) {
        picture = frame(bytes, kind, length);
      }
      bytes.position(start + length);
      if (kind == START_OF_SCAN) {
        return complete(bytes, picture);
      }
    }
    throw broken();
  }

  /** SOF0 to SOF15 without DHT, JPG and DAC, which stand among them. */
  private static boolean isFrame(int kind) {
    return kind >= 0xc0 && kind <= 0xcf && kind != 0xc4 && kind != 0xc8 && kind != 0xcc;
  }

  private static Picture frame(ByteBuffer bytes, int kind, int length) throws UnfitException {
    if (length < 8) {
      throw broken();
    }
    int bits = bytes.get() & 0xff;
    int height = unsigned(bytes);
    int width = unsigned(bytes);
    int colours = bytes.get() & 0xff;
    if (kind > 0xc2 || bits != 8 || (colours != 1 && colours != 3)) {
      throw new UnfitException(
          "it is a kind of JPEG that not every mail program shows; save it as RGB, baseline.");
    }
    return new Picture("image/jpeg", width, height);
  }

  private static Picture complete(ByteBuffer bytes, Picture picture) throws UnfitException {
    for (int i = bytes.limit() - 2; i >= bytes.position() && picture != null; i--) {
      if ((bytes.getShort(i) & 0xffff) == END_OF_IMAGE) {
        return picture;
      }
    }
    throw broken();
  }

  private static int unsigned(ByteBuffer bytes) {
    return bytes.getShort() & 0xffff;
  }

  private static UnfitException broken() {
    return new UnfitException("the picture is broken or not complete.");
  }
}
