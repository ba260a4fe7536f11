package org.daybook.core.access;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The settings in {@code etc/org.daybook.access.cfg}. */
@ObjectClassDefinition(name = "Daybook: access")
@interface Config {
  String PID = "org.daybook.access";

  @AttributeDefinition(description = "How many hours a session may rest")
  int idleHours() default 12;

  @AttributeDefinition(description = "How many hours a session lasts at most")
  int longestHours() default 24;

  @AttributeDefinition(description = "How many days a session that is kept on a device may rest")
  int keptIdleDays() default 30;

  @AttributeDefinition(description = "How many days a session that is kept lasts at most")
  int keptLongestDays() default 180;
}
