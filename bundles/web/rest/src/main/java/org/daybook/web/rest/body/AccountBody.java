package org.daybook.web.rest.body;

import org.daybook.web.rest.openapi.Required;

/** A login for a member of staff. */
public record AccountBody(@Required String login, @Required String password) {}
