package org.daybook.core.reports;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The settings in {@code etc/org.daybook.reports.cfg}. */
@ObjectClassDefinition(name = "Daybook: reports")
@interface Config {
  @AttributeDefinition(
      description =
          "Ids of sections, with commas, in the order in which they shall stand; others follow by"
              + " their own place")
  String order() default "";

  @AttributeDefinition(
      description =
          "Ids of sections, with commas, that every report must have: one that is not installed"
              + " leaves a visible gap and a notice")
  String required() default "";

  @AttributeDefinition(description = "How long one section may take, in seconds")
  int sectionSeconds() default 10;

  @AttributeDefinition(description = "How long all sections together may take, in seconds")
  int reportSeconds() default 45;

  @AttributeDefinition(description = "How many sections are asked at the same time")
  int parallelSections() default 8;

  @AttributeDefinition(description = "How large the answer of one section may be, in kilobytes")
  int sectionKilobytes() default 512;

  @AttributeDefinition(
      description = "The directory with the branding of reports; blank: etc/daybook/branding")
  String brandingDirectory() default "";

  @AttributeDefinition(
      description =
          "After how many hours a manager is reminded of a report that waits to be reviewed")
  int reviewReminderHours() default 24;

  @AttributeDefinition(description = "The language of notices to the operators: ru or en")
  String language() default "ru";
}
