package org.daybook.web.rest.body;

import org.daybook.web.rest.openapi.Required;

/** What the engineer says to a dispute. */
public record StatementBody(@Required String text) {}
