package org.daybook.web.rest.body;

import java.time.Instant;
import org.daybook.api.task.Priority;
import org.daybook.web.rest.openapi.Required;

/** What the responsible person asks for on arrival. */
public record WishBody(
    @Required String title,
    String description,
    Priority priority,
    String asset,
    Instant dueAt,
    String externalId) {}
