package org.daybook.web.rest.body;

import java.time.Instant;

/** Where a visit of a draft goes; what is left out stays. */
public record MoveBody(String engineer, Instant plannedFor) {}
