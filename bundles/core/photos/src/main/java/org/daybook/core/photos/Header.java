package org.daybook.core.photos;

import java.util.Arrays;
import java.util.Optional;

/**
 * What the first bytes of an image say, found without unfolding anything: its format, whether it is
 * all there, and which way is up.
 */
final class Header {
  /** The formats that are read. */
  enum Format {
    JPEG,
    PNG
  }

  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final byte[] PNG_END = {'I', 'E', 'N', 'D'};
  private static final byte[] EXIF = {'E', 'x', 'i', 'f', 0, 0};
  private static final int APP1 = 0xE1;
  private static final int START_OF_SCAN = 0xDA;
  private static final int ORIENTATION = 0x0112;
  private static final int UPRIGHT = 1;
  private static final int LAST_ORIENTATION = 8;

  private final byte[] bytes;

  Header(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Its format, whatever the sender calls it; empty for anything else than an image that is read.
   */
  Optional<Format> format() {
    if (bytes.length > 3 && at(0) == 0xFF && at(1) == 0xD8 && at(2) == 0xFF) {
      return Optional.of(Format.JPEG);
    }
    return startsWith(PNG, 0) ? Optional.of(Format.PNG) : Optional.empty();
  }

  /** Whether it ends where an image of its format ends, which readers do not insist on. */
  boolean isWhole(Format format) {
    return format == Format.JPEG ? hasEndOfJpeg() : hasEndOfPng();
  }

  /** By Exif 2.3, 4.6.4: 1 is upright, 6 has to be turned clockwise. */
  int orientation(Format format) {
    return format == Format.JPEG ? orientationOfJpeg() : UPRIGHT;
  }

  /** Cameras may append something of their own after the end, so the whole is looked through. */
  private boolean hasEndOfJpeg() {
    for (int i = bytes.length - 2; i > 1; i--) {
      if (at(i) == 0xFF && at(i + 1) == 0xD9) {
        return true;
      }
    }
    return false;
  }

  private boolean hasEndOfPng() {
    long chunk = PNG.length;
    while (chunk + 12 <= bytes.length) {
      int start = (int) chunk;
      if (startsWith(PNG_END, start + 4)) {
        return true;
      }
      chunk += 12 + number(start, 4, false);
    }
    return false;
  }

  private int orientationOfJpeg() {
    int segment = 2;
    while (segment + 4 <= bytes.length && at(segment) == 0xFF && at(segment + 1) != START_OF_SCAN) {
      int length = (int) number(segment + 2, 2, false);
      if (length < 2) {
        return UPRIGHT;
      }
      if (at(segment + 1) == APP1 && startsWith(EXIF, segment + 4)) {
        return orientationOfExif(segment + 4 + EXIF.length, segment + 2 + length);
      }
      segment += 2 + length;
    }
    return UPRIGHT;
  }

  /** A small TIFF file (TIFF 6.0, section 2) inside of the segment. */
  private int orientationOfExif(int start, int claimedEnd) {
    int end = Math.min(claimedEnd, bytes.length);
    if (start + 8 > end) {
      return UPRIGHT;
    }
    boolean little = at(start) == 'I';
    long directory = start + number(start + 4, 4, little);
    if (directory < start || directory + 2 > end) {
      return UPRIGHT;
    }
    int entries = (int) number((int) directory, 2, little);
    for (int i = 0; i < entries; i++) {
      long entry = directory + 2 + 12L * i;
      if (entry + 12 > end) {
        return UPRIGHT;
      }
      if (number((int) entry, 2, little) == ORIENTATION) {
        int value = (int) number((int) entry + 8, 2, little);
        return value >= UPRIGHT && value <= LAST_ORIENTATION ? value : UPRIGHT;
      }
    }
    return UPRIGHT;
  }

  private boolean startsWith(byte[] wanted, int from) {
    return from + wanted.length <= bytes.length
        && Arrays.equals(bytes, from, from + wanted.length, wanted, 0, wanted.length);
  }

  private int at(int index) {
    return bytes[index] & 0xFF;
  }

  private long number(int from, int length, boolean little) {
    long number = 0;
    for (int i = 0; i < length; i++) {
      number = number << 8 | at(little ? from + length - 1 - i : from + i);
    }
    return number;
  }
}
