package org.daybook.web.rest.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.daybook.api.access.Account;
import org.daybook.api.access.Actor;
import org.daybook.api.directory.StaffMember;
import org.daybook.api.store.AccountQuery;
import org.daybook.api.store.Transaction;
import org.daybook.web.rest.Parts;

/**
 * Verifies passwords, and does not verify the same one again for a short time: a password hash is
 * slow by design, and Basic authentication sends the password with every request.
 *
 * <p>What is kept is no password but a HMAC of it under a key that lives only in this process, and
 * only for credentials that were right. Each use reads account and member of staff again, so that
 * another password, a disabled account or another role count at once.
 */
final class PasswordCache {
  private static final int SIZE = 500;

  private final long nanos;
  private final LongSupplier ticker;
  private final SecretKeySpec key;
  private final Map<String, Verified> verified =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Verified> eldest) {
          return size() > SIZE;
        }
      };

  PasswordCache(int seconds, LongSupplier ticker) {
    this.nanos = seconds * 1_000_000_000L;
    this.ticker = ticker;
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    this.key = new SecretKeySpec(random, "HmacSHA256");
  }

  /** The actor behind a login and password, or empty if they are wrong. */
  Optional<Actor> authenticate(Parts parts, String login, String password) {
    Optional<Versions> before = parts.store().read(tx -> versions(tx, login));
    String digest = digest(login, password);
    Optional<Actor> known = before.flatMap(versions -> recall(digest, versions));
    if (known.isPresent()) {
      return known;
    }
    Optional<Actor> actor = parts.accounts().authenticate(login, password);
    if (actor.isPresent() && before.isPresent()) {
      keep(digest, new Verified(actor.get(), before.get(), ticker.getAsLong() + nanos));
    }
    return actor;
  }

  private synchronized Optional<Actor> recall(String digest, Versions versions) {
    Verified found = verified.get(digest);
    if (found == null) {
      return Optional.empty();
    }
    if (found.until() - ticker.getAsLong() <= 0 || !found.versions().equals(versions)) {
      verified.remove(digest);
      return Optional.empty();
    }
    return Optional.of(found.actor());
  }

  private synchronized void keep(String digest, Verified entry) {
    if (nanos > 0) {
      verified.put(digest, entry);
    }
  }

  private static Optional<Versions> versions(Transaction tx, String login) {
    Optional<Account> account =
        tx.accounts()
            .first(AccountQuery.builder().login(login.toLowerCase(Locale.ROOT)).build())
            .filter(Account::enabled);
    Optional<StaffMember> member = account.flatMap(a -> tx.staff().find(a.staffId()));
    return member.map(m -> new Versions(account.get().id(), account.get().version(), m.version()));
  }

  private String digest(String login, String password) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      mac.update(login.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return HexFormat.of().formatHex(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HmacSHA256 is part of every JDK", e);
    }
  }

  private record Versions(String accountId, long account, long member) {}

  private record Verified(Actor actor, Versions versions, long until) {}
}
