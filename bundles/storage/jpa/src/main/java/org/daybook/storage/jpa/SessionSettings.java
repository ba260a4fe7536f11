package org.daybook.storage.jpa;

import org.eclipse.persistence.config.SessionCustomizer;
import org.eclipse.persistence.sessions.DatabaseLogin;
import org.eclipse.persistence.sessions.Session;

/**
 * What EclipseLink cannot be told in {@code persistence.xml}. After a lost connection it would try
 * again three times, five seconds apart; callers have to be told at once, and the pool reconnects.
 */
public final class SessionSettings implements SessionCustomizer {
  @Override
  public void customize(Session session) {
    if (session.getDatasourceLogin() instanceof DatabaseLogin login) {
      login.setQueryRetryAttemptCount(0);
      login.setDelayBetweenConnectionAttempts(0);
    }
  }
}
