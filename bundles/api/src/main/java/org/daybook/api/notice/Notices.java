package org.daybook.api.notice;

import java.util.Optional;
import org.daybook.api.access.Actor;
import org.osgi.annotation.versioning.ProviderType;

/** Tells managers and operators. Joins the caller's transaction if there is one. */
@ProviderType
public interface Notices {
  /**
   * Tells of a fact, once: while a notice with the same kind and key stands, only its count,
   * subject and time of last sight change.
   *
   * @param recipientId a staff id, or empty for the operators
   */
  Notice raise(NoticeKind kind, String key, String subject, Optional<String> recipientId);

  /**
   * Somebody has seen it; only its recipient and managers may say so. Harmless to repeat.
   *
   * @throws org.daybook.api.error.RefusedException if the fact went away meanwhile
   */
  Notice acknowledge(Actor actor, String noticeId);

  /** The fact is gone; nothing happens if it was not told. */
  void withdraw(NoticeKind kind, String key);
}
