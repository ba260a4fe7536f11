package org.daybook.core.reports;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import org.daybook.api.report.Branding;

/**
 * One file of branding: what is good in it, and what is wrong with the rest.
 *
 * @param texts by key; only those that are set and fit
 * @param logo if there is one and it fits
 * @param faults by key, each a sentence; what concerns the whole file is under {@link #WHOLE}
 */
record BrandFile(
    Map<String, String> texts, Optional<Branding.Logo> logo, Map<String, String> faults) {
  /** Stands for no key in particular. */
  static final String WHOLE = "the file";

  static final String COMPANY = "company";
  static final String ACCENT = "accent";
  static final String LOGO = "logo";
  static final String FOOTER = "footer.";
  static final String SENDER_NAME = "senderName";
  static final String SENDER_ADDRESS = "senderAddress";

  /** All that a file may say, and {@link #WHOLE}. */
  static final List<String> KEYS =
      List.of(
          WHOLE, COMPANY, ACCENT, LOGO, FOOTER + "ru", FOOTER + "en", SENDER_NAME, SENDER_ADDRESS);

  private static final int MAX_FILE_BYTES = 64 * 1024;

  private static final BrandFile NOTHING = new BrandFile(Map.of(), Optional.empty(), Map.of());

  /** Reads a file of a directory; one that is not there says nothing. */
  static BrandFile read(Path directory, String name) {
    Path file = directory.resolve(name);
    if (!Files.exists(file)) {
      return NOTHING;
    }
    try {
      return new Reading(directory, properties(file)).result();
    } catch (UnfitException e) {
      return new BrandFile(Map.of(), Optional.empty(), Map.of(WHOLE, e.getMessage()));
    }
  }

  private static Properties properties(Path file) throws UnfitException {
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(BrandRules.bytes(file, MAX_FILE_BYTES)))
              .toString();
      Properties properties = new Properties();
      // Some editors put a mark before the first line, which would be part of the first key.
      properties.load(new StringReader(text.startsWith("\uFEFF") ? text.substring(1) : text));
      return properties;
    } catch (CharacterCodingException e) {
      throw new UnfitException("it is not written in UTF-8.");
    } catch (IllegalArgumentException | IOException e) {
      throw new UnfitException("it cannot be read: " + e.getMessage() + ".");
    }
  }

  /** A value, and what is wrong with it if something is. */
  private interface Rule {
    void check(String value) throws UnfitException;
  }

  /** One look at one file. */
  private static final class Reading {
    private final Path directory;
    private final Properties properties;
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, String> faults = new LinkedHashMap<>();

    Reading(Path directory, Properties properties) {
      this.directory = directory;
      this.properties = properties;
    }

    BrandFile result() {
      tellUnknown();
      take(COMPANY, BrandRules::name);
      take(ACCENT, BrandRules::colour);
      take(FOOTER + "ru", BrandRules::footer);
      take(FOOTER + "en", BrandRules::footer);
      take(SENDER_NAME, BrandRules::name);
      take(SENDER_ADDRESS, BrandRules::address);
      return new BrandFile(Map.copyOf(texts), logo(), Map.copyOf(faults));
    }

    private Optional<String> value(String key) {
      return Optional.ofNullable(properties.getProperty(key))
          .map(String::strip)
          .filter(value -> !value.isEmpty());
    }

    private void take(String key, Rule rule) {
      Optional<String> value = value(key);
      if (value.isPresent()) {
        try {
          rule.check(value.get());
          texts.put(key, value.get());
        } catch (UnfitException e) {
          faults.put(key, e.getMessage());
        }
      }
    }

    private Optional<Branding.Logo> logo() {
      Optional<String> name = value(LOGO);
      if (name.isEmpty()) {
        return Optional.empty();
      }
      try {
        return Optional.of(BrandRules.logo(directory, name.get()));
      } catch (UnfitException e) {
        faults.put(LOGO, e.getMessage());
        return Optional.empty();
      }
    }

    private void tellUnknown() {
      List<String> unknown = new ArrayList<>(new TreeSet<>(properties.stringPropertyNames()));
      unknown.removeAll(KEYS);
      if (!unknown.isEmpty()) {
        faults.put(WHOLE, "nobody knows the key " + String.join(", ", unknown) + ".");
      }
    }
  }
}
