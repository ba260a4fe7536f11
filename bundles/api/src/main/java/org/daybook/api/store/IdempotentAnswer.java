package org.daybook.api.store;

import java.time.Instant;

/**
 * What a request with an {@code Idempotency-Key} was answered.
 *
 * @param id the key with the actor and the route, so that keys of different callers do not meet
 * @param requestHash SHA-256 of the request, to notice a key that is used for something else
 */
public record IdempotentAnswer(
    String id, String requestHash, int status, String headers, String body, Instant at) {}
