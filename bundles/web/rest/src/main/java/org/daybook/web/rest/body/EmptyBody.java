package org.daybook.web.rest.body;

/** Nothing to say; an empty object or no body at all. */
public record EmptyBody() {}
