package org.daybook.web.metrics;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration {@code org.daybook.web.metrics}. */
@ObjectClassDefinition(name = "Daybook: metrics")
@interface MetricsConfig {
  String PID = "org.daybook.web.metrics";

  @AttributeDefinition(name = "zone", description = "The zone whose day today is")
  String zone() default "Europe/Moscow";

  @AttributeDefinition(
      name = "retryAfterSeconds",
      description =
          "When a scraper is told to come again while a part of Daybook is missing, from 0 seconds")
  int retryAfterSeconds() default 10;
}
