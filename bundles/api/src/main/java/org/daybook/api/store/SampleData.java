package org.daybook.api.store;

import org.osgi.annotation.versioning.ConsumerType;

/** Data to look at Daybook with, loaded on an operator's demand. Called on any thread. */
@ConsumerType
public interface SampleData {
  /** Lower-case: {@code demo}. */
  String name();

  /**
   * Fills an empty installation.
   *
   * @param password of the accounts that it makes
   * @return what was loaded, in a sentence
   * @throws org.daybook.api.error.RefusedException if the data is there already
   */
  String load(String password);
}
