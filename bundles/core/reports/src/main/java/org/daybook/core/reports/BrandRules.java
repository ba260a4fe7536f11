package org.daybook.core.reports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;
import org.daybook.api.report.Branding;

/** What the values of a branding file have to be like, so that no report suffers from them. */
final class BrandRules {
  private static final int MAX_LOGO_BYTES = 64 * 1024;
  private static final int MAX_LOGO_WIDTH = 600;
  private static final int MAX_LOGO_HEIGHT = 200;
  private static final int MAX_NAME = 200;
  private static final int MAX_FOOTER = 2000;
  private static final double MIN_CONTRAST = 4.5;
  private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");
  private static final Pattern FILE_NAME =
      Pattern.compile("[^/\\\\.\\p{Cntrl}][^/\\\\\\p{Cntrl}]{0,99}");
  private static final Pattern ADDRESS =
      Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

  private BrandRules() {}

  static Branding.Logo logo(Path directory, String name) throws UnfitException {
    Path file = beside(directory, name);
    if (!Files.isRegularFile(file)) {
      throw new UnfitException("there is no file " + name + " beside this one.");
    }
    byte[] bytes = bytes(file, MAX_LOGO_BYTES);
    Picture picture = Picture.of(bytes);
    boolean fits =
        picture.width() > 0
            && picture.height() > 0
            && picture.width() <= MAX_LOGO_WIDTH
            && picture.height() <= MAX_LOGO_HEIGHT;
    if (!fits) {
      throw new UnfitException(
          "%s is %d by %d pixels, %d by %d are allowed."
              .formatted(name, picture.width(), picture.height(), MAX_LOGO_WIDTH, MAX_LOGO_HEIGHT));
    }
    return new Branding.Logo(
        picture.mediaType(),
        Base64.getEncoder().encodeToString(bytes),
        picture.width(),
        picture.height());
  }

  private static Path beside(Path directory, String name) throws UnfitException {
    if (FILE_NAME.matcher(name).matches()) {
      try {
        return directory.resolve(name);
      } catch (InvalidPathException e) {
        // Not every machine can have every name.
      }
    }
    throw new UnfitException(name + " is not the name of a file beside this one.");
  }

  static void name(String value) throws UnfitException {
    if (value.codePoints().anyMatch(BrandRules::breaksLine)) {
      throw new UnfitException("it must be one line of text.");
    }
    atMost(value, MAX_NAME);
  }

  static void footer(String value) throws UnfitException {
    if (value.codePoints().anyMatch(c -> c != '\n' && breaksLine(c))) {
      throw new UnfitException("it has a character that is no text.");
    }
    atMost(value, MAX_FOOTER);
  }

  /** Also half a surrogate pair, which no snapshot can hold. */
  private static boolean breaksLine(int c) {
    return Character.isISOControl(c)
        || Character.getType(c) == Character.LINE_SEPARATOR
        || Character.getType(c) == Character.PARAGRAPH_SEPARATOR
        || Character.getType(c) == Character.SURROGATE;
  }

  private static void atMost(String value, int most) throws UnfitException {
    if (value.length() > most) {
      throw new UnfitException(
          "it has %d characters, %d are allowed.".formatted(value.length(), most));
    }
  }

  static void address(String value) throws UnfitException {
    if (!ADDRESS.matcher(value).matches()) {
      throw new UnfitException(value + " is no e-mail address.");
    }
  }

  static void colour(String value) throws UnfitException {
    if (!COLOUR.matcher(value).matches()) {
      throw new UnfitException(value + " is no colour; write it as #rrggbb.");
    }
    double contrast = Contrast.withWhite(Integer.parseInt(value.substring(1), 16));
    if (contrast < MIN_CONTRAST) {
      throw new UnfitException(
          String.format(
              Locale.ROOT,
              "white text on %s has a contrast of %.1f, and %.1f is needed to be read.",
              value,
              contrast,
              MIN_CONTRAST));
    }
  }

  static byte[] bytes(Path file, int most) throws UnfitException {
    try {
      long size = Files.size(file);
      if (size > most) {
        throw new UnfitException(
            "%s has %d bytes, %d are allowed.".formatted(file.getFileName(), size, most));
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UnfitException("%s cannot be read.".formatted(file.getFileName()));
    }
  }
}
