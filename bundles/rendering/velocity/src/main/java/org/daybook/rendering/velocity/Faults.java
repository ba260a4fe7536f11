package org.daybook.rendering.velocity;

import java.nio.charset.CharacterCodingException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.daybook.api.notice.NoticeKind;
import org.daybook.api.notice.Notices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells operators, once, which of their templates cannot be used and why. */
final class Faults {
  private static final Logger LOG = LoggerFactory.getLogger(Faults.class);
  private static final int LENGTH = 400;
  private static final String NONE = "";
  private static final Optional<String> NO_RECIPIENT = Optional.empty();

  private final Supplier<Optional<Notices>> notices;
  private final Map<String, Told> told = new ConcurrentHashMap<>();

  Faults(Supplier<Optional<Notices>> notices) {
    this.notices = notices;
  }

  /** A template cannot be used in the state that its file has. */
  void found(String template, String version, String fault) {
    Told now = new Told(version, fault);
    if (now.equals(told.get(template))) {
      return;
    }
    String subject =
        "The template %s in etc/daybook/templates is not used, the built-in one is: %s"
            .formatted(template, fault);
    LOG.warn(subject);
    tell(
        template,
        now,
        to -> to.raise(NoticeKind.LOOKS_FAULT, key(template), subject, NO_RECIPIENT));
  }

  /**
   * A template works, or there is none. What once failed is only believed when its file is another:
   * the next report may look like the one that it failed on.
   */
  void worked(String template, String version) {
    Told before = told.get(template);
    if (before == null || !before.fault().isEmpty() && !before.version().equals(version)) {
      tell(
          template,
          new Told(version, NONE),
          to -> to.withdraw(NoticeKind.LOOKS_FAULT, key(template)));
    }
  }

  private void tell(String template, Told now, Consumer<Notices> say) {
    // Without the service, or without its storage, it is said at the next rendering.
    try {
      notices
          .get()
          .ifPresent(
              to -> {
                say.accept(to);
                told.put(template, now);
              });
    } catch (RuntimeException e) {
      LOG.debug("Nobody could be told about the template {}", template, e);
    }
  }

  private static String key(String template) {
    return "template:" + template;
  }

  /** What is wrong, in a line. */
  static String inWords(Exception fault) {
    if (fault instanceof CharacterCodingException) {
      return "it is not written in UTF-8";
    }
    String message =
        (fault.getMessage() == null ? fault.toString() : fault.getMessage())
            .replaceAll("(?s)Was expecting.*", "")
            .replaceAll("\\s+", " ")
            .strip();
    return message.length() <= LENGTH ? message : message.substring(0, LENGTH) + "…";
  }

  private record Told(String version, String fault) {}
}
