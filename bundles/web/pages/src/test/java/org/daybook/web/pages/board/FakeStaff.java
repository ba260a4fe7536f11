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
import org.daybook.api.error.RefusedException;
import org.daybook.api.store.AccountQuery;
import org.daybook.api.store.Store;
import org.daybook.testkit.Examples;

/** Each role's example member of staff logs in with the name of the role and one password. */
public final class FakeStaff implements Accounts {
  public static final String PASSWORD = "верный пароль";

  private final Store store;

  public FakeStaff(Store store) {
    this.store = store;
  }

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
    requireLong(password);
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
                      .passwordHash("hash of " + password)
                      .staffId(staffId)
                      .build());
        });
  }

  @Override
  public Account changePassword(Actor actor, String login, String password) {
    requireLong(password);
    changed.put(login, password);
    return store.inTransaction(
        actor,
        tx -> {
          Account known =
              tx.accounts().first(AccountQuery.builder().login(login).build()).orElseThrow();
          return tx.accounts()
              .update(known.toBuilder().passwordHash("hash of " + password).build());
        });
  }

  private static void requireLong(String password) {
    if (password.length() < 12) {
      throw new InvalidInputException("password", "must have 12 to 256 characters");
    }
  }

  @Override
  public NewToken createToken(
      Actor actor, String name, Set<String> scopes, Optional<Instant> expiresAt) {
    if (scopes.isEmpty()) {
      throw new InvalidInputException("scopes", "must have at least one");
    }
    AccessToken made =
        store.inTransaction(
            actor,
            tx ->
                tx.tokens()
                    .insert(
                        AccessToken.builder()
                            .id(tx.newId())
                            .name(name)
                            .hash(tx.newId())
                            .scopes(scopes)
                            .createdAt(Examples.NOW)
                            .expiresAt(expiresAt)
                            .build()));
    return new NewToken(made, "the-secret-of-" + made.id());
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
}
