package org.daybook.web.rest.body;

import org.daybook.web.rest.openapi.Required;

/** A person at a client. */
public record ContactBody(
    @Required String client,
    @Required String name,
    String position,
    String email,
    String phone,
    Boolean reportRecipient,
    Boolean responsible) {}
