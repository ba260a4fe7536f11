package org.daybook.sources.remote;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The keys of {@code org.daybook.sources.remote}. Lists are separated by commas. */
@ObjectClassDefinition(name = "Daybook: remote support")
public @interface RemoteConfig {
  @AttributeDefinition(description = "The queue whose tickets need a visit")
  String queue() default "Выезд";

  @AttributeDefinition(description = "Statuses of tickets that need nothing any more")
  String closedStatuses() default "resolved,rejected,deleted";

  @AttributeDefinition(description = "Whose requestors come from where: DOMAIN=CLIENT, ...")
  String clientDomains() default "";

  @AttributeDefinition(description = "The priority of the tasks: LOW, NORMAL, HIGH or URGENT")
  String priority() default "NORMAL";
}
