package org.daybook.web.rest.body;

import java.time.Instant;
import org.daybook.api.visit.VisitKind;
import org.daybook.web.rest.openapi.Required;

/**
 * A visit to be planned. Client by code or id; the site, by id or name, may be left out if there is
 * one; the engineer, by staff id or login, if the client has a usual one.
 */
public record VisitBody(
    @Required VisitKind kind,
    @Required String client,
    String site,
    String engineer,
    Instant plannedFor,
    Instant requestedAt) {}
