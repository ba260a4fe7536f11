package org.daybook.api.plan;

import java.time.YearMonth;

/**
 * A client whose published plan has fewer visits than the client is due, although nobody decided
 * so: the equipment has outgrown the plan.
 *
 * @param clientId whose
 * @param month of the plan
 * @param planned how many visits the plan has, what it could not give and what a manager took out
 *     included
 * @param norm what the client is due today
 */
public record Shortfall(String clientId, YearMonth month, int planned, Norm norm) {}
