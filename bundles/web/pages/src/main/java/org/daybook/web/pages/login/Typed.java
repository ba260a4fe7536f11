package org.daybook.web.pages.login;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.daybook.web.pages.http.Form;

/**
 * What somebody typed into a form that they sent when their session was over. It goes through the
 * login page in hidden fields, so that the server keeps nothing of strangers.
 *
 * @param to where the form leads
 * @param by the id of whose session it was; blank if nobody knows
 * @param fields without keys, which are of no use any more, and without passwords
 */
record Typed(String to, String by, Map<String, String> fields) {
  private static final Pattern OURS =
      Pattern.compile("/(?:board|devices)(?:/[A-Za-z0-9_.-]{1,100}){0,10}");

  private static final String TO = "typed-to";
  private static final String BY = "typed-by";
  private static final String FIELD = "typed.";

  /** A login has fields of its own, and their names and values must fit into one form. */
  private static final int LONGEST = Form.LIMIT * 3 / 4;

  Typed {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /** What a form says; empty if it is too much to be kept, or leads nowhere. */
  static Optional<Typed> of(String to, String by, Form sent) {
    return checked(to, by, sent.after(""), sent, "");
  }

  /** What the form of the login page carries; empty if it carries nothing. */
  static Optional<Typed> in(Form login) {
    return checked(login.get(TO), login.get(BY), login.after(FIELD), login, FIELD);
  }

  private static Optional<Typed> checked(
      String to, String by, List<String> names, Form form, String prefix) {
    Map<String, String> fields = new LinkedHashMap<>();
    int length = 0;
    for (String name : names) {
      String value = form.get(prefix + name);
      if (isKept(name)) {
        fields.put(name, value);
        length += FIELD.length() + 2 + encoded(name) + encoded(value);
      }
    }
    return OURS.matcher(to).matches() && length <= LONGEST
        ? Optional.of(new Typed(to, by, fields))
        : Optional.empty();
  }

  private static boolean isKept(String name) {
    return !name.equals("key") && !name.toLowerCase(Locale.ROOT).contains("password");
  }

  private static int encoded(String text) {
    return URLEncoder.encode(text.replace("\n", "\r\n"), StandardCharsets.UTF_8).length();
  }

  /** The hidden fields of the login page. */
  Map<String, String> hidden() {
    Map<String, String> hidden = new LinkedHashMap<>();
    hidden.put(TO, to);
    hidden.put(BY, by);
    fields.forEach((name, value) -> hidden.put(FIELD + name, value));
    return hidden;
  }

  /** What a person recognises of it: the texts, not the marks that forms carry for themselves. */
  List<String> texts() {
    return fields.values().stream()
        .map(String::strip)
        .filter(value -> value.matches("(?s).*\\s.*"))
        .toList();
  }

  /** Whether somebody with an id may be who typed it. */
  boolean mayBeOf(String staffId) {
    return by.isBlank() || by.equals(staffId);
  }
}
