package org.daybook.api.delivery;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Sends letters that are no reports, over the same channels, and tries until each is known to be
 * sent. Safe for any thread.
 */
@ProviderType
public interface Post {
  /**
   * Queues a letter; joins the caller's transaction if there is one, so that it goes out if and
   * only if that is committed. One whose key was queued before is not written again.
   *
   * @throws org.daybook.api.error.InvalidInputException for an address that cannot be written to
   */
  void send(Mailing mailing);

  /**
   * The absolute URL under which people reach a path of this server: {@code /board}.
   *
   * @param path begins with a slash
   */
  String addressOf(String path);
}
