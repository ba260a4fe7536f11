package org.daybook.api.delivery;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A way to a recipient. Implemented by plugins, registered as an OSGi service.
 *
 * <p>Called on a thread of the platform's, many at once, under the time limit {@code
 * channelSeconds} of {@code org.daybook.delivery}; what throws or hangs is tried again later.
 * Sending is at least once: after a crash the same dispatch may come again, with the same message.
 */
@ConsumerType
public interface DeliveryChannel {
  /** Lower-case letters, digits and hyphens; unique: {@code mail}. */
  String id();

  /** Whether it is configured to send; otherwise the next channel in the order is used. */
  boolean ready();

  /**
   * Sends.
   *
   * @return what is known now; connection trouble is {@link Receipt.Deferred}
   * @throws Exception for trouble that nobody expected
   */
  Receipt send(Dispatch dispatch) throws Exception;
}
