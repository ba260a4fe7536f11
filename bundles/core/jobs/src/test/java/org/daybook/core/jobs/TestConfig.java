package org.daybook.core.jobs;

import java.lang.annotation.Annotation;

/** Fast enough for tests. */
@SuppressWarnings("ClassExplicitlyAnnotation")
record TestConfig(
    int threads,
    int pollMillis,
    int heartbeatSeconds,
    int firstRetrySeconds,
    int maxRetryMinutes,
    int stopSeconds)
    implements JobsConfig {

  static TestConfig fast() {
    return new TestConfig(4, 100, 1, 1, 1, 2);
  }

  @Override
  public Class<? extends Annotation> annotationType() {
    return JobsConfig.class;
  }
}
