package org.daybook.api.source;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Takes signals of one source; the platform gives each plugin its own. Safe for any thread. */
@ProviderType
public interface TaskIntake {
  /**
   * Takes signals, all or none, and returns after the commit. Signals that were taken before are
   * counted and change nothing; those whose client is not known are kept as unassigned.
   *
   * @throws org.daybook.api.error.InvalidInputException if a signal breaks its rules; fields are
   *     named {@code [index].field}
   * @throws org.daybook.api.error.UnavailableException without storage: keep them and come again
   */
  IntakeResult accept(List<TaskSignal> signals);
}
