package org.daybook.core.invitations;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The settings in {@code etc/org.daybook.invitations.cfg}. */
@ObjectClassDefinition(name = "Daybook: invitations")
@interface Config {
  @AttributeDefinition(description = "Whether visits are announced by mail")
  boolean invitations() default true;

  @AttributeDefinition(description = "Whether visits are reminded of by mail")
  boolean reminders() default true;

  @AttributeDefinition(description = "Ids of contacts, with commas, who get neither")
  String exceptContacts() default "";

  @AttributeDefinition(description = "How long a visit takes in a calendar, in minutes")
  int visitMinutes() default 480;

  @AttributeDefinition(
      description = "How many working days before the visit it is reminded of; 0 for the same day")
  int reminderDays() default 1;

  @AttributeDefinition(description = "At what time of the client's day it is reminded of")
  String reminderTime() default "12:00";

  @AttributeDefinition(
      description = "A reminder that would come less than so many hours before the visit is left")
  int reminderLeastHours() default 2;

  @AttributeDefinition(description = "How often is looked whom to remind, in minutes")
  int sweepMinutes() default 5;

  @AttributeDefinition(
      description = "Who invites if neither the engineer nor a manager has an address")
  String organizerAddress() default "daybook@example.com";
}
