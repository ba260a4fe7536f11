package org.daybook.web.rest.body;

import org.daybook.web.rest.openapi.Required;

/**
 * A task that the client misses in the report of a visit, in their words. What was written down
 * before under its externalId is returned.
 */
public record DisputeBody(
    @Required String visit, @Required String title, String text, String externalId) {}
