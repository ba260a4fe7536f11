package org.daybook.web.rest.body;

import java.time.Instant;
import org.daybook.api.task.Priority;

/** What to change of a task; what is left out stays. A dueAt of null takes the date away. */
public record TaskPatch(
    String title,
    String description,
    Priority priority,
    Instant dueAt,
    String engineer,
    String project,
    String visit) {}
