package org.daybook.web.pages.client;

import java.lang.annotation.Annotation;
import org.daybook.web.pages.PagesConfig;

/** A configuration by hand. */
@SuppressWarnings("BadAnnotationImplementation")
record TestConfig(
    String defaultLanguage,
    String help,
    int retryAfterSeconds,
    int readsPerMinute,
    int writesPerMinute,
    int strangersPerMinute,
    String trustedProxies)
    implements PagesConfig {

  /** As it is without a file. */
  static TestConfig usual() {
    return new TestConfig("ru", "", 10, 120, 10, 10, "127.0.0.1, ::1");
  }

  TestConfig withLanguage(String language) {
    return new TestConfig(
        language,
        help,
        retryAfterSeconds,
        readsPerMinute,
        writesPerMinute,
        strangersPerMinute,
        trustedProxies);
  }

  TestConfig withHelp(String text) {
    return new TestConfig(
        defaultLanguage,
        text,
        retryAfterSeconds,
        readsPerMinute,
        writesPerMinute,
        strangersPerMinute,
        trustedProxies);
  }

  TestConfig withLimits(int reads, int writes, int strangers) {
    return new TestConfig(
        defaultLanguage, help, retryAfterSeconds, reads, writes, strangers, trustedProxies);
  }

  TestConfig withRetryAfter(int seconds) {
    return new TestConfig(
        defaultLanguage,
        help,
        seconds,
        readsPerMinute,
        writesPerMinute,
        strangersPerMinute,
        trustedProxies);
  }

  @Override
  public String language() {
    return "ru";
  }

  @Override
  public String zone() {
    return "Europe/Moscow";
  }

  @Override
  public Class<? extends Annotation> annotationType() {
    return PagesConfig.class;
  }
}
