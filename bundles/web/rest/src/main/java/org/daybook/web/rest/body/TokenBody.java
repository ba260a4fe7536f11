package org.daybook.web.rest.body;

import java.time.Instant;
import java.util.List;
import org.daybook.web.rest.openapi.Required;

/**
 * A token for a machine; scopes are hook:NAME, hook:*, metrics, calendar:staff:ID and
 * calendar:contact:ID.
 */
public record TokenBody(@Required String name, @Required List<String> scopes, Instant expiresAt) {}
