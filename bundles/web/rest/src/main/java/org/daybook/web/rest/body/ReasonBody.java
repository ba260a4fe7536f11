package org.daybook.web.rest.body;

import org.daybook.web.rest.openapi.Required;

/** Why. */
public record ReasonBody(@Required String reason) {}
