package org.daybook.api.access;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/** Logins of people and tokens of machines. Safe for any thread. */
@ProviderType
public interface Accounts {
  /**
   * The actor behind a login and password, or empty: wrong, unknown, disabled and tried too often
   * look alike.
   */
  Optional<Actor> authenticate(String login, String password);

  /** The token behind a secret if it is neither revoked nor expired. */
  Optional<AccessToken> authenticateToken(String secret);

  /**
   * Gives a member of staff a login.
   *
   * @throws org.daybook.api.error.InvalidInputException for a malformed login (field {@code login})
   *     or a password under 12 characters (field {@code password})
   * @throws org.daybook.api.error.RefusedException if the login is taken
   */
  Account addAccount(Actor actor, String staffId, String login, String password);

  /** Sets another password; the rules of {@link #addAccount} hold. */
  Account changePassword(Actor actor, String login, String password);

  /**
   * Makes a token.
   *
   * @param scopes at least one; {@code hook:NAME}, {@code hook:*}, {@code metrics}, {@code
   *     calendar:staff:ID} or {@code calendar:contact:ID}
   */
  NewToken createToken(Actor actor, String name, Set<String> scopes, Optional<Instant> expiresAt);

  /** Makes a token useless from now on. */
  AccessToken revokeToken(Actor actor, String tokenId);
}
