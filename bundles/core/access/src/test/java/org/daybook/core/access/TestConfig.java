package org.daybook.core.access;

import java.lang.annotation.Annotation;

/** A configuration by hand. */
@SuppressWarnings("BadAnnotationImplementation")
record TestConfig(int idleHours, int longestHours, int keptIdleDays, int keptLongestDays)
    implements Config {

  /** As it is without a file. */
  static TestConfig usual() {
    return new TestConfig(12, 24, 30, 180);
  }

  @Override
  public Class<? extends Annotation> annotationType() {
    return Config.class;
  }
}
