package org.daybook.api.delivery;

import org.osgi.annotation.versioning.ProviderType;

/** Takes what mail servers send back. Called by what reads the mailbox. Safe for any thread. */
@ProviderType
public interface Returns {
  /**
   * Notes what a returned message says of a delivery: {@link ReturnedMail.Kind#FAILED} makes a sent
   * one {@link DeliveryState#BOUNCED}, with a notice to the client's manager; the others are only
   * written down. Harmless to repeat.
   *
   * @return whether its recipient names a delivery; if not, it is somebody else's mail
   */
  boolean take(ReturnedMail returned);
}
