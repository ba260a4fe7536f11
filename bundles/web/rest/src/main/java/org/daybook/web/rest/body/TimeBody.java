package org.daybook.web.rest.body;

import org.daybook.web.rest.openapi.Required;

/** Time spent, 1 to 1440 minutes. */
public record TimeBody(@Required Integer minutes) {}
