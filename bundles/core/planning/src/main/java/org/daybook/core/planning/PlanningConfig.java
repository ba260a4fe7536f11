package org.daybook.core.planning;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration {@code org.daybook.planning}; each number's bounds are in {@link Settings}. */
@ObjectClassDefinition(name = "Daybook: planning")
@interface PlanningConfig {

  String PID = "org.daybook.planning";

  @AttributeDefinition(description = "One visit a month for so many devices begun")
  int devicesPerVisit() default 12;

  @AttributeDefinition(description = "The least visits a month of the plan BASIC")
  int basicMinimum() default 1;

  @AttributeDefinition(description = "The most visits a month of the plan BASIC")
  int basicMaximum() default 10;

  @AttributeDefinition(description = "The least visits a month of the plan STANDARD")
  int standardMinimum() default 1;

  @AttributeDefinition(description = "The most visits a month of the plan STANDARD")
  int standardMaximum() default 10;

  @AttributeDefinition(description = "The least visits a month of the plan PREMIUM")
  int premiumMinimum() default 1;

  @AttributeDefinition(description = "The most visits a month of the plan PREMIUM")
  int premiumMaximum() default 10;

  @AttributeDefinition(description = "How many minutes any visit takes")
  int visitMinutes() default 60;

  @AttributeDefinition(description = "How many minutes more it takes for each device")
  int deviceMinutes() default 15;

  @AttributeDefinition(description = "How many minutes of visits and ways an engineer's day holds")
  int minutesPerDay() default 480;

  @AttributeDefinition(description = "When the working day begins, in the client's zone")
  String dayStart() default "09:00";

  @AttributeDefinition(description = "When the working day ends, in the client's zone")
  String dayEnd() default "18:00";

  @AttributeDefinition(description = "Minutes for the way between two sites of one district")
  int travelMinutes() default 20;

  @AttributeDefinition(description = "Minutes for the way between sites of different districts")
  int farTravelMinutes() default 45;

  @AttributeDefinition(description = "How many seconds the planner may take at most")
  int planningSeconds() default 120;

  @AttributeDefinition(description = "The directory with a YEAR.csv per year")
  String calendarDirectory() default "${karaf.etc}/daybook/calendar";

  @AttributeDefinition(description = "The language of reasons, tables and pictures: ru or en")
  String language() default "ru";

  @AttributeDefinition(description = "The zone in which it is this or that day for us")
  String zone() default "Europe/Moscow";
}
