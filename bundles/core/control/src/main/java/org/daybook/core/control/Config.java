package org.daybook.core.control;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The settings in {@code etc/org.daybook.control.cfg}. */
@ObjectClassDefinition(name = "Daybook: control")
@interface Config {
  String PID = "org.daybook.control";

  @AttributeDefinition(
      description =
          "How many hours a dispute may wait for a decision before a manager is reminded, and again"
              + " after as many")
  int disputeHours() default 48;

  @AttributeDefinition(
      description =
          "How many hours from the opening of a dispute, or the proposal of a penalty if that is"
              + " later, the engineer has for an answer before it may be applied without one")
  int answerHours() default 24;

  @AttributeDefinition(
      description = "How many seconds lie between two looks at what there is to be told, 1 to 600")
  int lookSeconds() default 60;

  @AttributeDefinition(description = "The language of notices: ru or en")
  String language() default "ru";

  @AttributeDefinition(description = "The zone of the quiet hours and of times of no client")
  String zone() default "Europe/Moscow";

  @AttributeDefinition(description = "How many hours before a task is due it is told; 0: never")
  int dueSoonHours() default 24;

  @AttributeDefinition(description = "How many minutes a planned visit may begin late")
  int lateStartMinutes() default 30;

  @AttributeDefinition(
      description = "How many minutes after the end of its day a visit that nobody began is missed")
  int missedMinutes() default 120;

  @AttributeDefinition(description = "How many minutes a planned visit takes at least; 0: any time")
  int visitMinutes() default 60;

  @AttributeDefinition(description = "Within how many minutes after closing a report is out")
  int reportMinutes() default 15;

  @AttributeDefinition(description = "How many times a task may be carried over")
  int promiseVisits() default 2;

  @AttributeDefinition(description = "How many days a task may be a promise")
  int promiseDays() default 45;

  @AttributeDefinition(description = "How many hours a specialist has to accept a task")
  int handoverHours() default 24;

  @AttributeDefinition(
      description = "Sources that are expected to send, each with hours: monitoring=6, remote=48")
  String silentSources() default "";

  @AttributeDefinition(
      description = "After how many hours without acknowledgement a notice is passed on; 0: never")
  int escalateHours() default 24;

  @AttributeDefinition(description = "The same for urgent notices, in minutes; 0: never")
  int escalateUrgentMinutes() default 30;

  @AttributeDefinition(description = "From when notices that can wait do, as HH:MM")
  String quietFrom() default "20:00";

  @AttributeDefinition(description = "Until when they wait, as HH:MM; the same as from: no quiet")
  String quietTo() default "08:00";

  @AttributeDefinition(description = "Whether Saturdays and Sundays are quiet all day")
  boolean quietWeekends() default true;

  @AttributeDefinition(description = "When daily digests go out, as HH:MM")
  String digestAt() default "09:00";

  @AttributeDefinition(description = "Whether notices go out by mail at all")
  boolean mailNotices() default true;

  @AttributeDefinition(
      description = "How many notices one person gets one by one at a time; more become one letter")
  int lettersAtOnce() default 3;

  @AttributeDefinition(description = "How many seconds a notice channel may take for one message")
  int channelSeconds() default 10;

  @AttributeDefinition(description = "How many minutes a notice channel that failed is left alone")
  int channelPauseMinutes() default 5;
}
