package org.daybook.web.rest.body;

import java.time.Instant;
import org.daybook.api.diary.Project;
import org.daybook.web.rest.openapi.Required;

/** An IT project at a client. */
public record ProjectBody(
    @Required String client,
    @Required String title,
    String description,
    Project.State state,
    Instant dueAt) {}
