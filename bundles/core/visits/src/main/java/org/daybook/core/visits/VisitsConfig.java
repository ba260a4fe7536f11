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

  @AttributeDefinition(
      name = "emergencyMinutes",
      description = "How soon somebody is on site in an emergency, 1 to 1440 minutes")
  int emergencyMinutes() default 120;

  @AttributeDefinition(
      name = "emergencyHours",
      description =
          "By service plan, whether that clock runs in business or calendar hours: PLAN:business or"
              + " PLAN:calendar, by commas; calendar for a plan that is not named")
  String emergencyHours() default "BASIC:business, STANDARD:business, PREMIUM:calendar";

  @AttributeDefinition(
      name = "businessFrom",
      description = "When business hours begin on a working day, in the client's zone")
  String businessFrom() default "09:00";

  @AttributeDefinition(
      name = "businessTo",
      description = "When business hours end on a working day, in the client's zone")
  String businessTo() default "18:00";

  @AttributeDefinition(name = "weekend", description = "Days, by commas, on which nobody works")
  String weekend() default "SATURDAY, SUNDAY";

  @AttributeDefinition(
      name = "emergencyTripMinutes",
      description =
          "How long an engineer who is sent to an emergency is away, with the way, 1 to 1440"
              + " minutes")
  int emergencyTripMinutes() default 240;
}
