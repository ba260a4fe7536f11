package org.daybook.core.delivery;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The settings in {@code etc/org.daybook.delivery.cfg}. */
@ObjectClassDefinition(name = "Daybook: delivery")
@interface Config {
  @AttributeDefinition(
      description = "Ids of channels, with commas; the first that is ready is used")
  String channels() default "mail,folder";

  @AttributeDefinition(description = "The address that reports come from")
  String fromAddress() default "daybook@example.com";

  @AttributeDefinition(description = "The name that reports come from")
  String fromName() default "Daybook";

  @AttributeDefinition(
      description = "Where bounces go; {delivery} stands for the delivery that bounced")
  String bounceAddress() default "bounces+{delivery}@example.com";

  @AttributeDefinition(
      description = "The right side of message ids; empty for the domain of fromAddress")
  String messageIdDomain() default "";

  @AttributeDefinition(description = "How long a renderer may take, in seconds")
  int rendererSeconds() default 30;

  @AttributeDefinition(description = "How long a channel may take, in seconds")
  int channelSeconds() default 150;

  @AttributeDefinition(description = "The pause after the first failure, in seconds; it doubles")
  int firstRetrySeconds() default 60;

  @AttributeDefinition(description = "The longest pause, in seconds")
  int longestRetrySeconds() default 3600;

  @AttributeDefinition(description = "After how many hours a delivery has failed")
  int giveUpHours() default 72;

  @AttributeDefinition(description = "How often to look for a part that is missing, in seconds")
  int missingPartSeconds() default 15;

  @AttributeDefinition(
      description =
          "How clients reach this server, for the links in letters: https://reports.example.com;"
              + " empty for the address and port that it listens on")
  String publicAddress() default "";

  @AttributeDefinition(description = "For how many days the link in a letter opens the report")
  int linkDays() default 180;

  @AttributeDefinition(
      description = "The file with the key that links are made of; relative to Karaf's etc")
  String linkKeyFile() default "daybook/link.key";

  @AttributeDefinition(
      description = "For how many days is kept what letters said that are no reports")
  int keepLettersDays() default 90;
}
