package org.daybook.web.rest.body;

import org.daybook.api.directory.ServicePlan;
import org.daybook.web.rest.openapi.Required;

/** A client. Engineer and manager are given by staff id or login. */
public record ClientBody(
    @Required String code,
    @Required String name,
    @Required ServicePlan plan,
    String language,
    String zone,
    Boolean reviewFirst,
    String engineer,
    String manager,
    Boolean active) {}
