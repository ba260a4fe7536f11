package org.daybook.web.rest;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How the REST API behaves; PID {@code org.daybook.web.rest}. */
@ObjectClassDefinition(name = "Daybook REST API")
public @interface RestConfig {
  @AttributeDefinition(description = "Seconds after which a caller that got 503 may come again")
  int retryAfterSeconds() default 10;

  @AttributeDefinition(description = "Language of a new client that names none: ru or en")
  String defaultLanguage() default "ru";

  @AttributeDefinition(description = "Time zone of a new client that names none")
  String defaultZone() default "Europe/Moscow";
}
