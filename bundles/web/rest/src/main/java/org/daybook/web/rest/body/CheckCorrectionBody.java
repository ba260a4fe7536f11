package org.daybook.web.rest.body;

import java.time.Instant;
import org.daybook.web.rest.openapi.Required;

/**
 * What a check should have been answered. A problem needs description and action, a skipped check a
 * reason.
 */
public record CheckCorrectionBody(
    @Required String id,
    @Required AnswerBody.Result result,
    String description,
    String action,
    Instant dueAt,
    String reason) {}
