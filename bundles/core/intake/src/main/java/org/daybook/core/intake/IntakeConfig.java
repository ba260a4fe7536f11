package org.daybook.core.intake;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The keys of {@code org.daybook.intake}. */
@ObjectClassDefinition(name = "Daybook: intake")
public @interface IntakeConfig {
  @AttributeDefinition(description = "How long a hook may take for a message")
  int hookSeconds() default 10;

  @AttributeDefinition(description = "How long a source may take for a poll or a form")
  int sourceSeconds() default 30;

  @AttributeDefinition(description = "The language of notices: ru or en")
  String language() default "ru";
}
