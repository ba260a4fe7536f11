package org.daybook.web.pages.board;

import java.lang.annotation.Annotation;
import org.daybook.web.pages.PagesConfig;

/** A configuration by hand. */
@SuppressWarnings("BadAnnotationImplementation")
public record BoardConfig(String language, String zone, int readsPerMinute) implements PagesConfig {
  public static BoardConfig usual() {
    return new BoardConfig("ru", "Europe/Moscow", 1000);
  }

  @Override
  public String defaultLanguage() {
    return "ru";
  }

  @Override
  public String help() {
    return "";
  }

  @Override
  public int retryAfterSeconds() {
    return 10;
  }

  @Override
  public int writesPerMinute() {
    return 10;
  }

  @Override
  public int strangersPerMinute() {
    return 10;
  }

  @Override
  public String trustedProxies() {
    return "127.0.0.1, ::1";
  }

  @Override
  public Class<? extends Annotation> annotationType() {
    return PagesConfig.class;
  }
}
