package org.daybook.api.store;

import java.time.Instant;
import java.util.Optional;

/**
 * A {@link org.daybook.api.visit.ClosedVisit} as it was stored.
 *
 * @param revision from 1; each correction adds one
 * @param reason why it was corrected; empty for the first revision
 * @param json the view, as {@code core/visits} wrote it
 */
public record FrozenVisit(
    String visitId, int revision, Optional<String> reason, String json, Instant at) {}
