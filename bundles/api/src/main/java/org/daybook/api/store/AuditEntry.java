package org.daybook.api.store;

import java.time.Instant;

/**
 * Who changed what, and when.
 *
 * @param actorId who, see {@link org.daybook.api.access.Actor#id}
 * @param kind of the value: {@code task}
 * @param valueId its id
 * @param version the version that the change made
 * @param change what changed, as a JSON object of {@code field: [before, after]}; without secrets:
 *     hashes appear as {@code "…"}
 */
public record AuditEntry(
    String id,
    Instant at,
    String actorId,
    String actorName,
    String kind,
    String valueId,
    long version,
    String change) {}
