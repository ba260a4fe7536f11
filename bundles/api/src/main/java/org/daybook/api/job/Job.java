package org.daybook.api.job;

import java.util.Objects;

/**
 * A piece of durable work.
 *
 * @param type whose {@link JobHandler} does it
 * @param key unique among the jobs of its type that are not finished; what it is about, such as a
 *     visit's id
 */
public record Job(String type, String key) {
  public Job {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(key, "key");
  }
}
