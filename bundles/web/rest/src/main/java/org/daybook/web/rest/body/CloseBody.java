package org.daybook.web.rest.body;

import java.time.Instant;

/**
 * Whether to close over what is missing, and why; only managers may.
 *
 * @param at when the engineer left, if that could not be said at once; left out for now
 */
public record CloseBody(Boolean override, String reason, Instant at) {}
