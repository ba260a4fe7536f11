package org.daybook.web.rest.body;

import java.time.Instant;
import org.daybook.web.rest.openapi.Required;

/**
 * A visit to add to a draft. Without a site it goes to the client's only one, without an engineer
 * to the usual one.
 */
public record PlannedVisitBody(
    @Required String client, String site, String engineer, @Required Instant plannedFor) {}
