package org.daybook.web.rest.fake;

import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.daybook.api.access.AccessToken;
import org.daybook.api.access.Account;
import org.daybook.api.access.Accounts;
import org.daybook.api.access.Actor;
import org.daybook.api.access.NewToken;
import org.daybook.api.access.Role;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.error.RefusedException;
import org.daybook.api.store.AccountQuery;
import org.daybook.api.store.Store;
import org.daybook.api.store.TokenQuery;
import org.daybook.testkit.Examples;

/** Accounts whose hash is the password itself, and tokens whose hash is the secret. */
public final class FakeAccounts implements Accounts {
  public static final String PASSWORD = "correct horse battery";

  private final Store store;
  private final Map<String, String> secrets = new HashMap<>();

  FakeAccounts(Store store) {
    this.store = store;
  }

  /** One account per role, called as the role is. */
  public void addEveryRole() {
    for (Role role : Role.values()) {
      addAccount(Examples.ADMIN, Examples.staff(role).id(), login(role), PASSWORD);
    }
  }

  public static String login(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public Optional<Actor> authenticate(String login, String password) {
    return store.read(
        tx ->
            tx.accounts()
                .first(AccountQuery.builder().login(login).build())
                .filter(account -> account.enabled() && account.passwordHash().equals(password))
                .flatMap(account -> tx.staff().find(account.staffId()))
                .map(Examples::actor));
  }

  @Override
  public Optional<AccessToken> authenticateToken(String secret) {
    return store.read(
        tx ->
            tx.tokens()
                .first(TokenQuery.builder().hash(hash(secret)).build())
                .filter(token -> token.revokedAt().isEmpty()));
  }

  @Override
  public Account addAccount(Actor actor, String staffId, String login, String password) {
    if (login.isBlank()) {
      throw new InvalidInputException("login", "is required");
    }
    if (password.length() < 12) {
      throw new InvalidInputException("password", "must have at least 12 characters");
    }
    return store.inTransaction(
        actor,
        tx -> {
          if (tx.accounts().first(AccountQuery.builder().login(login).build()).isPresent()) {
            throw new RefusedException("The login is taken.");
          }
          return tx.accounts()
              .insert(
                  Account.builder()
                      .id(tx.newId())
                      .login(login)
                      .passwordHash(password)
                      .staffId(staffId)
                      .build());
        });
  }

  @Override
  public Account changePassword(Actor actor, String login, String password) {
    return store.inTransaction(
        actor,
        tx -> {
          Account account =
              tx.accounts().first(AccountQuery.builder().login(login).build()).orElseThrow();
          return tx.accounts().update(account.toBuilder().passwordHash(password).build());
        });
  }

  @Override
  public NewToken createToken(
      Actor actor, String name, Set<String> scopes, Optional<Instant> expiresAt) {
    if (scopes.isEmpty()) {
      throw new InvalidInputException("scopes", "must have at least one");
    }
    return store.inTransaction(
        actor,
        tx -> {
          String id = tx.newId();
          String secret = "secret-" + id;
          secrets.put(id, secret);
          AccessToken token =
              AccessToken.builder()
                  .id(id)
                  .name(name)
                  .hash(hash(secret))
                  .scopes(scopes)
                  .createdAt(Examples.NOW)
                  .expiresAt(expiresAt)
                  .build();
          return new NewToken(tx.tokens().insert(token), secret);
        });
  }

  @Override
  public AccessToken revokeToken(Actor actor, String tokenId) {
    return store.inTransaction(
        actor,
        tx ->
            tx.tokens()
                .update(
                    tx.tokens().find(tokenId).orElseThrow().toBuilder()
                        .revokedAt(Examples.NOW)
                        .build()));
  }

  private static String hash(String secret) {
    return "hash of " + secret;
  }
}
