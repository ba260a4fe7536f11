package org.daybook.core.jobs;

import org.daybook.api.job.Job;

/** How a job is named in the table: {@code type:key}. */
final class JobId {
  private JobId() {}

  static String of(Job job) {
    if (job.type().isBlank() || job.type().indexOf(':') >= 0) {
      throw new IllegalArgumentException(
          "a job's type is not blank and has no colon: " + job.type());
    }
    return job.type() + ":" + job.key();
  }

  static Job parse(String id) {
    int colon = id.indexOf(':');
    return new Job(id.substring(0, colon), id.substring(colon + 1));
  }
}
