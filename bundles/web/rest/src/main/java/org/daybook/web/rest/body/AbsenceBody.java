package org.daybook.web.rest.body;

import org.daybook.web.rest.openapi.Required;

/** Days, {@code 2026-12-31}, on which a member of staff is away, the last one included. */
public record AbsenceBody(
    @Required String staff,
    @Required String from,
    @Required String until,
    @Required String reason) {}
