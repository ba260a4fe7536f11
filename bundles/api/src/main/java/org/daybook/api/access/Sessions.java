package org.daybook.api.access;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Logins that go on without the password, each on one device, until they are ended or nobody uses
 * them for long. All of an account end when its password changes or it is disabled, and when its
 * member of staff becomes inactive or gets another role. Safe for any thread.
 */
@ProviderType
public interface Sessions {
  /**
   * Logs in. Failures count, and lock out, together with those of {@link Accounts#authenticate}.
   *
   * @param keep whether to stay logged in on this device for weeks
   * @param device where it is, in a few words; may be blank; what is too long is cut off
   * @return empty: wrong, unknown, disabled and tried too often look alike
   */
  Optional<NewSession> begin(String login, String password, boolean keep, String device);

  /**
   * Who is behind a secret, or empty if that session is over or never was. Cheap enough for each
   * request; to have been asked for makes the session last longer. Not inside of a transaction.
   */
  Optional<SignedIn> find(String secret);

  /**
   * The same without making the session last longer: for what a page asks by itself, whether or not
   * anybody sits before it.
   */
  Optional<SignedIn> look(String secret);

  /**
   * The id of the member of staff whose session a secret is, or was until a few days ago; empty if
   * that is not known. Tells who typed what was sent too late, and lets nobody in.
   */
  default Optional<String> holderOf(String secret) {
    return Optional.empty();
  }

  /** Ends a session; nothing happens if it is over or never was. */
  void end(String secret);

  /** Somebody's own sessions that are not over, the oldest first. */
  List<Session> of(Actor actor);

  /**
   * Ends a session by its id; harmless to repeat.
   *
   * @param actor whose it is, or an administrator
   * @throws org.daybook.api.error.NotFoundException if there is none, or it is somebody else's
   */
  void revoke(Actor actor, String sessionId);
}
