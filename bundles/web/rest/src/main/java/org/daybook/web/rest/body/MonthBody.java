package org.daybook.web.rest.body;

import org.daybook.web.rest.openapi.Required;

/** The month to plan: {@code 2026-12}. */
public record MonthBody(@Required String month) {}
