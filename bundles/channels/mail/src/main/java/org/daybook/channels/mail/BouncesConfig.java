package org.daybook.channels.mail;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The settings in {@code etc/org.daybook.channels.bounces.cfg}. */
@ObjectClassDefinition(name = "Daybook: the mailbox that bounces come to")
@interface BouncesConfig {
  @AttributeDefinition(description = "The IMAP server; while it is empty, no mailbox is read")
  String host() default "";

  @AttributeDefinition(description = "Its port; 0 for the usual one of the security chosen")
  int port() default 0;

  @AttributeDefinition(description = "tls, starttls, starttls-optional or none")
  String security() default "tls";

  @AttributeDefinition(description = "The login of the mailbox")
  String user() default "";

  @AttributeDefinition(description = "Of that login", type = AttributeType.PASSWORD)
  String password() default "";

  @AttributeDefinition(description = "The folder that is read")
  String folder() default "INBOX";

  @AttributeDefinition(
      description = "Where bounces of ours are moved to; empty: they stay, marked as read")
  String processedFolder() default "";

  @AttributeDefinition(description = "How often the mailbox is read, in seconds")
  int pollSeconds() default 60;

  @AttributeDefinition(
      description = "After how many minutes without the mailbox the operators get a notice")
  int noticeMinutes() default 30;

  @AttributeDefinition(
      description = "A PEM file with certificates to trust besides Java's own; empty for none")
  String trustedCertificates() default "";

  @AttributeDefinition(description = "Whether the certificate must be trusted and be the server's")
  boolean checkCertificate() default true;

  @AttributeDefinition(description = "How long to wait for a connection, in seconds")
  int connectTimeoutSeconds() default 10;

  @AttributeDefinition(description = "How long to wait for each answer, in seconds")
  int answerTimeoutSeconds() default 30;
}
