package org.daybook.web.pages;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How the pages behave; PID {@code org.daybook.web.pages}. */
@ObjectClassDefinition(name = "Daybook pages")
public @interface PagesConfig {
  @AttributeDefinition(description = "Language of a page for nobody in particular: ru or en")
  String defaultLanguage() default "ru";

  @AttributeDefinition(description = "Whom a page that cannot be opened says to turn to")
  String help() default "";

  @AttributeDefinition(description = "Seconds after which a reader who got 503 may come again")
  int retryAfterSeconds() default 10;

  @AttributeDefinition(description = "How many times in a minute one report's page may be read")
  int readsPerMinute() default 120;

  @AttributeDefinition(description = "How many times in a minute its buttons may be pressed")
  int writesPerMinute() default 10;

  @AttributeDefinition(description = "How many unknown pages one address may try in a minute")
  int strangersPerMinute() default 10;

  @AttributeDefinition(description = "Addresses whose X-Forwarded-For is believed")
  String trustedProxies() default "127.0.0.1, ::1";

  @AttributeDefinition(description = "Language of the pages of the staff: ru or en")
  String language() default "ru";

  @AttributeDefinition(description = "Zone of months, and of times that belong to no client")
  String zone() default "Europe/Moscow";
}
