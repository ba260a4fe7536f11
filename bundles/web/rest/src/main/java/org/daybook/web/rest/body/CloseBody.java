package org.daybook.web.rest.body;

/** Whether to close over what is missing, and why; only managers may. */
public record CloseBody(Boolean override, String reason) {}
