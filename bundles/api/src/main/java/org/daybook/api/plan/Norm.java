package org.daybook.api.plan;

/**
 * How many visits a month a client is due.
 *
 * @param clientId whose
 * @param visits a month; 0 if there is nothing to visit
 * @param devices that are in use
 * @param why in a sentence for a manager
 */
public record Norm(String clientId, int visits, int devices, String why) {}
