package org.daybook.web.calendar;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The settings in {@code etc/org.daybook.web.calendar.cfg}. */
@ObjectClassDefinition(name = "Daybook: calendar feeds")
@interface Config {
  @AttributeDefinition(description = "Language of the feeds of staff: ru or en")
  String language() default "ru";

  @AttributeDefinition(description = "How long a visit takes in a calendar, in minutes")
  int visitMinutes() default 480;

  @AttributeDefinition(description = "For how many days visits that are over stay in a feed")
  int pastDays() default 90;

  @AttributeDefinition(description = "After how many minutes a feed is worth reading again")
  int refreshMinutes() default 60;

  @AttributeDefinition(description = "How many times in a minute one feed may be read")
  int readsPerMinute() default 30;

  @AttributeDefinition(description = "How many unknown feeds one address may try in a minute")
  int strangersPerMinute() default 10;

  @AttributeDefinition(description = "Seconds after which a reader who got 503 may come again")
  int retryAfterSeconds() default 60;
}
