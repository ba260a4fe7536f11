package org.daybook.api.job;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Does one type of durable work; registered as an OSGi service. Called on a thread of the job
 * queue's, at least once per job and never twice at once for the same job in the whole cluster. A
 * crash repeats it, so doing it again must be harmless. While there is no handler, its jobs wait.
 */
@ConsumerType
public interface JobHandler {
  /** The type of jobs it does: {@code report}. */
  String type();

  /**
   * Does a job.
   *
   * @return whether it is finished or when to come again
   * @throws Exception to be called again after a growing delay
   */
  JobOutcome run(Job job) throws Exception;
}
