package org.daybook.web.rest.body;

import java.time.Instant;

/**
 * A step of a visit that needs no more words.
 *
 * @param at when it was done, by somebody who could not say so at once; left out for now
 */
public record StepBody(Instant at) {}
