package org.daybook.core.directory;

import java.util.regex.Pattern;

/**
 * A mailbox by RFC 5321, section 4.1.2, as people have one: a dot-string at a domain of at least
 * two labels. Quoted local parts and address literals are left out, for they are mistakes or worse.
 */
final class EmailAddress {
  private static final int MAX = 254;
  private static final int MAX_LOCAL_PART = 64;
  private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
  private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
  private static final Pattern MAILBOX =
      Pattern.compile("%s(?:\\.%s)*@%s(?:\\.%s)+".formatted(ATOM, ATOM, LABEL, LABEL));

  private EmailAddress() {}

  static boolean isValid(String text) {
    return text.length() <= MAX
        && text.indexOf('@') <= MAX_LOCAL_PART
        && MAILBOX.matcher(text).matches();
  }
}
