package org.daybook.web.rest.body;

import org.daybook.web.rest.openapi.Required;

/** A text in both languages. */
public record TitleBody(@Required String ru, @Required String en) {}
