package org.daybook.web.rest.body;

import org.daybook.web.rest.openapi.Required;

/** What a review found; the client reads it. */
public record OutcomeBody(@Required String outcome) {}
