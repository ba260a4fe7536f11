package org.daybook.core.visits;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration {@code org.daybook.visits}. */
@ObjectClassDefinition(name = "Daybook: visits")
@interface VisitsConfig {

  String PID = "org.daybook.visits";

  @AttributeDefinition(
      name = "listenerSeconds",
      description = "How long one visit listener may take when a visit begins, 1 to 120 seconds")
  int listenerSeconds() default 10;

  @AttributeDefinition(
      name = "requiredSources",
      description = "Ids of the sources, by commas, whose checks a planned visit cannot do without")
  String requiredSources() default "routine";
}
