package org.daybook.api.source;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Understands what a foreign system posts to {@code /hooks/NAME}. Implemented by plugins beside
 * their {@link TaskSource}. The caller was authenticated before.
 *
 * <p>Called on a thread of the platform's, many at once, under the time limit {@code hookSeconds}
 * of {@code org.daybook.intake}; beyond it the sender gets 503 and sends again.
 */
@ConsumerType
public interface InboundHook {
  /** The last part of the address, lower case: {@code alertmanager}. */
  String name();

  /** The {@link TaskSource#id()} of the source whose signals these are. */
  String source();

  /**
   * Reads a message, hands its signals to the intake, and answers.
   *
   * @return usually {@link HookAnswer#accepted}
   * @throws org.daybook.api.error.InvalidInputException if the message is malformed: the sender
   *     gets 400 with the fields
   * @throws org.daybook.api.error.DaybookException as the intake threw it
   * @throws Exception for any other trouble: the sender gets 503, the operator a source fault
   */
  HookAnswer receive(HookRequest request, TaskIntake intake) throws Exception;
}
