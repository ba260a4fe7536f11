package org.daybook.web.rest.body;

/** What was done, and how long it took. */
public record ResultBody(String result, Integer minutes) {}
