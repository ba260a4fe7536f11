package org.daybook.web.rest.body;

import java.time.Instant;
import org.daybook.api.task.Priority;
import org.daybook.web.rest.openapi.Required;

/**
 * A task to be put in. Client by code or id, asset by hostname or inventory number, engineer by
 * staff id or login.
 */
public record TaskBody(
    String externalId,
    @Required String client,
    String asset,
    @Required String title,
    String description,
    Priority priority,
    Instant dueAt,
    Instant occurredAt,
    String visit,
    String project,
    String engineer) {}
