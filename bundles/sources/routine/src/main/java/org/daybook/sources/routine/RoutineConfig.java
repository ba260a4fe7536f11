package org.daybook.sources.routine;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration {@code org.daybook.sources.routine}. */
@ObjectClassDefinition(name = "Daybook: routine source")
@interface RoutineConfig {

  String PID = "org.daybook.sources.routine";

  @AttributeDefinition(
      name = "directory",
      description = "The directory with the regulations; blank: etc/daybook/regulations")
  String directory() default "";
}
