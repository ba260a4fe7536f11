package org.daybook.core.intake;

import java.util.Optional;

/**
 * What became of one signal.
 *
 * @param news whether it changed something
 * @param unassigned whether it did so without a client being known
 * @param taskId the task it belongs to
 */
record Taken(boolean news, boolean unassigned, Optional<String> taskId) {

  static Taken repeated(Optional<String> taskId) {
    return new Taken(false, false, taskId);
  }

  static Taken changed(Optional<String> taskId) {
    return new Taken(true, false, taskId);
  }

  static Taken withoutClient() {
    return new Taken(true, true, Optional.empty());
  }
}
