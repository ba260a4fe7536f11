package org.daybook.api.access;

/**
 * A session just begun; the only moment at which its secret is known.
 *
 * @param session what is kept
 * @param secret what the browser sends with each request, in a cookie
 * @param signedIn who began it
 */
public record NewSession(Session session, String secret, SignedIn signedIn) {
  /** Without the secret, which belongs into no log. */
  @Override
  public String toString() {
    return session.id();
  }
}
