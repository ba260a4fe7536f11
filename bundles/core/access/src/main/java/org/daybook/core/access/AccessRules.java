package org.daybook.core.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.daybook.api.error.FieldError;
import org.daybook.api.error.InvalidInputException;

/** What logins, passwords and tokens look like. */
final class AccessRules {
  private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,63}");
  private static final Pattern SCOPE =
      Pattern.compile(
          "metrics|hook:(\\*|[a-z0-9-]{1,40})|calendar:(staff|contact):[A-Za-z0-9-]{1,64}");
  private static final int MIN_PASSWORD = 12;
  private static final int MAX_PASSWORD = 256;
  private static final int MAX_NAME = 100;

  private AccessRules() {}

  /** The login as it is kept: people may type capitals. */
  static String login(String typed) {
    return typed.strip().toLowerCase(Locale.ROOT);
  }

  /** Whether an account can have it; no other is ever looked for. */
  static boolean isLogin(String login) {
    return LOGIN.matcher(login).matches();
  }

  /** Whether nothing longer is ever hashed: a long one costs the platform, not the thief. */
  static boolean isTooLong(String password) {
    return password.length() > MAX_PASSWORD;
  }

  static void requireAccount(String login, String password) {
    List<FieldError> errors = new ArrayList<>();
    if (!isLogin(login)) {
      errors.add(
          new FieldError(
              "login",
              "must have 1 to 64 letters, digits or . _ @ - and begin with a letter or digit"));
    }
    errors.addAll(password(password));
    throwIfAny(errors);
  }

  static void requirePassword(String password) {
    throwIfAny(password(password));
  }

  static void requireToken(
      String name, Set<String> scopes, Optional<Instant> expiresAt, Instant now) {
    List<FieldError> errors = new ArrayList<>();
    if (name.isBlank()) {
      errors.add(new FieldError("name", "is required"));
    } else if (name.length() > MAX_NAME) {
      errors.add(new FieldError("name", "must have at most " + MAX_NAME + " characters"));
    }
    if (scopes.isEmpty()) {
      errors.add(new FieldError("scopes", "must have at least one"));
    }
    scopes.stream()
        .filter(scope -> !SCOPE.matcher(scope).matches())
        .findFirst()
        .ifPresent(
            scope ->
                errors.add(
                    new FieldError(
                        "scopes",
                        "must be hook:NAME, hook:*, metrics, calendar:staff:ID or"
                            + " calendar:contact:ID each")));
    if (expiresAt.isPresent() && !expiresAt.get().isAfter(now)) {
      errors.add(new FieldError("expiresAt", "must be in the future"));
    }
    throwIfAny(errors);
  }

  private static List<FieldError> password(String password) {
    if (password.codePointCount(0, password.length()) < MIN_PASSWORD || isTooLong(password)) {
      return List.of(
          new FieldError(
              "password", "must have %d to %d characters".formatted(MIN_PASSWORD, MAX_PASSWORD)));
    }
    return List.of();
  }

  private static void throwIfAny(List<FieldError> errors) {
    if (!errors.isEmpty()) {
      throw new InvalidInputException(errors);
    }
  }
}
