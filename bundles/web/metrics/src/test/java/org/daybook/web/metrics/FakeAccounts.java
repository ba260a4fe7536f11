package org.daybook.web.metrics;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.daybook.api.access.AccessToken;
import org.daybook.api.access.Account;
import org.daybook.api.access.Accounts;
import org.daybook.api.access.Actor;
import org.daybook.api.access.NewToken;
import org.daybook.testkit.Examples;

/** Knows the scopes of a few tokens. */
final class FakeAccounts implements Accounts {
  private final Map<String, Set<String>> scopes;

  FakeAccounts(Map<String, Set<String>> scopes) {
    this.scopes = scopes;
  }

  @Override
  public Optional<AccessToken> authenticateToken(String secret) {
    return Optional.ofNullable(scopes.get(secret))
        .map(known -> Examples.token().toBuilder().scopes(known).build());
  }

  @Override
  public Optional<Actor> authenticate(String login, String password) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Account addAccount(Actor actor, String staffId, String login, String password) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Account changePassword(Actor actor, String login, String password) {
    throw new UnsupportedOperationException();
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
