package org.daybook.web.rest.body;

import org.daybook.web.rest.openapi.Required;

/** A site of a client, which is given by code or id. */
public record SiteBody(
    @Required String client, @Required String name, @Required String address, String district) {}
