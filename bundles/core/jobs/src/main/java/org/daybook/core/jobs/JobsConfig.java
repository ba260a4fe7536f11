package org.daybook.core.jobs;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The keys of {@code org.daybook.jobs}. */
@ObjectClassDefinition(name = "Daybook: jobs")
public @interface JobsConfig {
  @AttributeDefinition(description = "How many jobs run at once on this node")
  int threads() default 4;

  @AttributeDefinition(description = "How often to look for jobs whose time has come")
  int pollMillis() default 1000;

  @AttributeDefinition(
      description =
          "How often a node shows that it lives; after four times that it is taken as dead")
  int heartbeatSeconds() default 5;

  @AttributeDefinition(description = "How long to wait after the first failure of a job")
  int firstRetrySeconds() default 5;

  @AttributeDefinition(description = "How long to wait at most between two attempts")
  int maxRetryMinutes() default 10;

  @AttributeDefinition(description = "How long running jobs may take to end when the queue stops")
  int stopSeconds() default 3;
}
