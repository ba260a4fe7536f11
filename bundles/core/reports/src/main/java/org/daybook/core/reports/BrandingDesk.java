package org.daybook.core.reports;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.daybook.api.notice.Notices;
import org.daybook.api.report.Branding;

/**
 * How reports look, from the operator's files: what a client's own file does not say, or says
 * wrongly, is taken from that for all, and what that one does not say is built in. The files are
 * read whenever a report is made, so a change counts from the next one on.
 */
final class BrandingDesk {
  private static final String FOR_ALL = "default.properties";
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]+");

  private final Path directory;
  private final LooksFaults faults;

  /**
   * @param words in the language of the operators
   */
  BrandingDesk(Path directory, Notices notices, Words words) {
    this.directory = directory;
    this.faults = new LooksFaults(notices, words);
  }

  Branding of(String clientCode, Locale language) {
    BrandFile forAll = read(FOR_ALL);
    // A code that is no plain name could only lead out of the directory.
    List<BrandFile> files =
        CODE.matcher(clientCode).matches()
            ? List.of(read(clientCode + ".properties"), forAll)
            : List.of(forAll);
    String footer = BrandFile.FOOTER + (language.getLanguage().equals("ru") ? "ru" : "en");
    return new Branding(
        text(BrandFile.COMPANY, files).orElse(Branding.NONE.company()),
        text(BrandFile.ACCENT, files)
            .map(colour -> colour.toLowerCase(Locale.ROOT))
            .orElse(Branding.NONE.accent()),
        files.stream().flatMap(file -> file.logo().stream()).findFirst(),
        text(footer, files).orElse(Branding.NONE.footer()),
        text(BrandFile.SENDER_NAME, files),
        text(BrandFile.SENDER_ADDRESS, files));
  }

  private BrandFile read(String name) {
    BrandFile file = BrandFile.read(directory, name);
    BrandFile.KEYS.forEach(
        key -> faults.look(name, key, Optional.ofNullable(file.faults().get(key))));
    return file;
  }

  private static Optional<String> text(String key, List<BrandFile> files) {
    return files.stream()
        .flatMap(file -> Optional.ofNullable(file.texts().get(key)).stream())
        .findFirst();
  }
}
