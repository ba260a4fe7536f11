package org.daybook.web.rest;

import java.lang.annotation.Annotation;

/** A configuration by hand. */
@SuppressWarnings("BadAnnotationImplementation")
record TestConfig(int retryAfterSeconds, String defaultLanguage, String defaultZone)
    implements RestConfig {

  /** As it is without a file. */
  static TestConfig usual() {
    return new TestConfig(10, "ru", "Europe/Moscow");
  }

  @Override
  public Class<? extends Annotation> annotationType() {
    return RestConfig.class;
  }
}
