package org.daybook.demo;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.daybook.api.access.AccessToken;
import org.daybook.api.access.Account;
import org.daybook.api.access.Accounts;
import org.daybook.api.access.Actor;
import org.daybook.api.access.NewToken;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.store.Store;

/** Stores accounts whose hash is the password itself. */
final class FakeAccounts implements Accounts {

  private final Store store;

  FakeAccounts(Store store) {
    this.store = store;
  }

  @Override
  public Account addAccount(Actor actor, String staffId, String login, String password) {
    if (password.length() < 12) {
      throw new InvalidInputException("password", "must have at least 12 characters");
    }
    return store.inTransaction(
        actor,
        tx ->
            tx.accounts()
                .insert(
                    Account.builder()
                        .id(tx.newId())
                        .login(login)
                        .passwordHash(password)
                        .staffId(staffId)
                        .build()));
  }

  @Override
  public Optional<Actor> authenticate(String login, String password) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<AccessToken> authenticateToken(String secret) {
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
