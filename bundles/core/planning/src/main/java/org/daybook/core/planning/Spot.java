package org.daybook.core.planning;

/**
 * Where a visit could be.
 *
 * @param start in minutes since 1970
 * @param hoursMet whether that is in the client's preferred hours
 * @param cost how bad it is, beside other spots for the same visit
 */
record Spot(int engineer, int day, long start, boolean hoursMet, long cost) {}
