package org.daybook.channels.folder;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The settings in {@code etc/org.daybook.channels.folder.cfg}. */
@ObjectClassDefinition(name = "Daybook: messages into a folder")
@interface Config {
  @AttributeDefinition(description = "The folder; a relative one is under Karaf's data folder")
  String directory() default "outbox";
}
