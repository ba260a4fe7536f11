package org.daybook.web.rest.body;

import java.time.Instant;
import org.daybook.web.rest.openapi.Required;

/** When a visit is to begin instead, and why. */
public record RescheduleBody(@Required Instant plannedFor, @Required String reason) {}
