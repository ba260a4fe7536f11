package org.daybook.api.task;

import java.time.Instant;

/**
 * Time spent on a task.
 *
 * @param id blank before it is stored
 * @param minutes 1 to 1440
 * @param at when it was entered
 */
public record TimeEntry(String id, String taskId, String staffId, int minutes, Instant at) {}
