package org.daybook.channels.mail;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The settings in {@code etc/org.daybook.channels.mail.cfg}. */
@ObjectClassDefinition(name = "Daybook: messages by SMTP")
@interface Config {
  @AttributeDefinition(description = "The server; while it is empty, this channel is not used")
  String host() default "";

  @AttributeDefinition(description = "Its port; 0 for the usual one of the security chosen")
  int port() default 0;

  @AttributeDefinition(description = "starttls, starttls-optional, tls or none")
  String security() default "starttls";

  @AttributeDefinition(description = "For servers that want a login; empty for none")
  String user() default "";

  @AttributeDefinition(description = "Of that login", type = AttributeType.PASSWORD)
  String password() default "";

  @AttributeDefinition(
      description = "A PEM file with certificates to trust besides Java's own; empty for none")
  String trustedCertificates() default "";

  @AttributeDefinition(description = "Whether the certificate must be trusted and be the server's")
  boolean checkCertificate() default true;

  @AttributeDefinition(description = "How we name ourselves (EHLO); empty for this host's name")
  String heloName() default "";

  @AttributeDefinition(description = "How long to wait for a connection, in seconds")
  int connectTimeoutSeconds() default 10;

  @AttributeDefinition(
      description =
          "How long to wait for each answer, in seconds; some servers look through a message before"
              + " they answer")
  int answerTimeoutSeconds() default 120;
}
