package org.daybook.core.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Remembers for some minutes which password fitted which hash. HTTP Basic sends the password with
 * every request, and a hash that is slow for thieves is slow for us too. Kept is only a keyed
 * digest, by a key that dies with the process; only a right password is ever found.
 */
final class RecentLogins {
  private static final Duration KEEP = Duration.ofMinutes(5);
  private static final int MAX = 1000;
  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;
  private final Clock clock;
  private final Map<String, Instant> until =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
          return size() > MAX;
        }
      };

  RecentLogins(Clock clock) {
    byte[] secret = new byte[32];
    new SecureRandom().nextBytes(secret);
    this.key = new SecretKeySpec(secret, ALGORITHM);
    this.clock = clock;
  }

  /** Whether the password was found to fit the hash a short while ago. */
  boolean knows(String password, String hash) {
    String digest = digest(password, hash);
    synchronized (until) {
      Instant end = until.get(digest);
      if (end == null) {
        return false;
      }
      if (end.isAfter(clock.instant())) {
        return true;
      }
      until.remove(digest);
      return false;
    }
  }

  /** The password fits the hash. */
  void remember(String password, String hash) {
    String digest = digest(password, hash);
    synchronized (until) {
      until.put(digest, clock.instant().plus(KEEP));
    }
  }

  private String digest(String password, String hash) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(hash.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}
