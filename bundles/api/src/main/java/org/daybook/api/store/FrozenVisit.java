package org.daybook.api.store;

import java.time.Instant;

/**
 * A {@link org.daybook.api.visit.ClosedVisit} as it was stored.
 *
 * @param id the visit's id
 * @param json the view, as {@code core/visits} wrote it
 */
public record FrozenVisit(String id, String json, Instant at) {}
