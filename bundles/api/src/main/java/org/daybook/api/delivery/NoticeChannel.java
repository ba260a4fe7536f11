package org.daybook.api.delivery;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A way on which notices reach a member of staff. Implemented by plugins, registered as an OSGi
 * service.
 *
 * <p>Called on a thread of the platform's under the time limit {@code channelSeconds} of {@code
 * org.daybook.control}. What throws or hangs is a notice to the operators and is left alone for
 * {@code channelPauseMinutes}; the notices stay unsent until some channel took them. Telling is at
 * least once: after a crash the same message may come again, with the same key.
 */
@ConsumerType
public interface NoticeChannel {
  /** Lower-case letters, digits and hyphens; unique: {@code mail}. */
  String id();

  /**
   * Tells.
   *
   * @return whether it took the message; false if this is no way to that person, because they have
   *     no address or do not want it
   * @throws Exception for any trouble
   */
  boolean tell(NoticeMessage message) throws Exception;
}
