package org.daybook.web.rest.view;

import java.time.Instant;
import java.util.List;
import org.daybook.api.access.AccessToken;

/**
 * A token.
 *
 * @param secret only in the answer to the request that made it, otherwise null
 */
public record TokenView(
    String id,
    String name,
    List<String> scopes,
    Instant createdAt,
    Instant expiresAt,
    Instant revokedAt,
    String secret,
    long version)
    implements Versioned {
  public static TokenView of(AccessToken token) {
    return of(token, null);
  }

  public static TokenView of(AccessToken token, String secret) {
    return new TokenView(
        token.id(),
        token.name(),
        token.scopes().stream().sorted().toList(),
        token.createdAt(),
        token.expiresAt().orElse(null),
        token.revokedAt().orElse(null),
        secret,
        token.version());
  }
}
