package org.daybook.web.pages.board;

import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.daybook.api.access.AccessToken;
import org.daybook.api.access.Account;
import org.daybook.api.access.Accounts;
import org.daybook.api.access.Actor;
import org.daybook.api.access.NewToken;
import org.daybook.api.access.Role;
import org.daybook.api.error.InvalidInputException;
import org.daybook.testkit.Examples;

/** Each role's example member of staff logs in with the name of the role and one password. */
public final class FakeStaff implements Accounts {
  public static final String PASSWORD = "верный пароль";

  public static String login(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }

  private final Map<String, String> changed = new HashMap<>();

  @Override
  public Optional<Actor> authenticate(String login, String password) {
    return Stream.of(Role.values())
        .filter(
            role ->
                login(role).equals(login) && changed.getOrDefault(login, PASSWORD).equals(password))
        .map(role -> Examples.actor(Examples.staff(role)))
        .findFirst();
  }

  @Override
  public Optional<AccessToken> authenticateToken(String secret) {
    return Optional.empty();
  }

  @Override
  public Account addAccount(Actor actor, String staffId, String login, String password) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Account changePassword(Actor actor, String login, String password) {
    if (password.length() < 12) {
      throw new InvalidInputException("password", "must have at least 12 characters");
    }
    changed.put(login, password);
    return Examples.account();
  }

  @Override
  public NewToken createToken(
      Actor actor, String name, Set<String> scopes, Optional<Instant> expiresAt) {
    throw new UnsupportedOperationException();
  }

  @Override
  public AccessToken revokeToken(Actor actor, String tokenId) {
    throw new UnsupportedOperationException();
  }
}
