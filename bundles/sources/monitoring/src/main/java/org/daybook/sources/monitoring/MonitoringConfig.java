package org.daybook.sources.monitoring;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The keys of {@code org.daybook.sources.monitoring}. Lists are separated by commas. */
@ObjectClassDefinition(name = "Daybook: monitoring")
public @interface MonitoringConfig {
  @AttributeDefinition(description = "Labels that name the client; the first that is there counts")
  String clientLabels() default "client";

  @AttributeDefinition(
      description = "Labels that name the equipment; the first that is there counts")
  String assetLabels() default "instance,host";

  @AttributeDefinition(description = "Annotations that say what is wrong in a line")
  String titleAnnotations() default "summary";

  @AttributeDefinition(description = "Annotations that say more of it")
  String descriptionAnnotations() default "description";

  @AttributeDefinition(description = "The label with the severity")
  String severityLabel() default "severity";

  @AttributeDefinition(description = "Severities that are URGENT")
  String urgentSeverities() default "critical,disaster,emergency,page";

  @AttributeDefinition(description = "Severities that are HIGH")
  String highSeverities() default "error,high,major";

  @AttributeDefinition(description = "Severities that are LOW; all others are NORMAL")
  String lowSeverities() default "info,information,none";
}
