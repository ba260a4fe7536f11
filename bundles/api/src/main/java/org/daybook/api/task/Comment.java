package org.daybook.api.task;

import java.time.Instant;

/**
 * Something a person said about a task.
 *
 * @param id blank before it is stored
 * @param authorName as it was at that time
 */
public record Comment(
    String id, String taskId, String authorId, String authorName, Instant at, String text) {}
