package org.daybook.web.rest.body;

import org.daybook.web.rest.openapi.Required;

/** To which engineer an emergency goes, by staff id or login. */
public record AssignBody(@Required String engineer) {}
