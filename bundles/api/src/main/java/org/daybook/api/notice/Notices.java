package org.daybook.api.notice;

import java.util.Optional;
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

  /** The fact is gone; nothing happens if it was not told. */
  void withdraw(NoticeKind kind, String key);
}
