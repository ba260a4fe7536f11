package org.daybook.web.rest.body;

import org.daybook.web.rest.openapi.Required;

/** To whom a task goes, by staff id or login, and why. */
public record HandoverBody(@Required String specialist, @Required String reason) {}
