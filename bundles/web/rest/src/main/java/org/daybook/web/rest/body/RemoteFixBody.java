package org.daybook.web.rest.body;

import org.daybook.web.rest.openapi.Required;

/** What was fixed remotely. The client by id or code; what was done; how many minutes it took. */
public record RemoteFixBody(
    @Required String client, @Required String title, String result, Integer minutes) {}
