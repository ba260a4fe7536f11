package org.daybook.web.rest.body;

import java.math.BigDecimal;
import org.daybook.api.dispute.Penalty;
import org.daybook.web.rest.openapi.Required;

/**
 * What an upheld dispute costs the engineer. An amount is for a deduction and needs its currency
 * (ISO 4217); without one the note is required.
 */
public record PenaltyBody(
    @Required Penalty.Kind kind, BigDecimal amount, String currency, String note) {}
