package org.daybook.web.rest.body;

import org.daybook.api.regulation.Frequency;
import org.daybook.web.rest.openapi.Required;

/** One thing to do; without an id it gets one from its title. */
public record RegulationItemBody(
    String id, @Required TitleBody title, @Required Frequency frequency, Boolean mandatory) {}
