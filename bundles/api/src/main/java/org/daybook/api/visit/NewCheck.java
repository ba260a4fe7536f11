package org.daybook.api.visit;

/**
 * A check that shall be on a visit.
 *
 * @param assetId one of {@link VisitStart#assets}
 * @param itemId the item's name in its regulation, at most 100 characters
 * @param title what to do, in the language of the visit
 * @param mandatory whether the equipment is red without it
 */
public record NewCheck(String assetId, String itemId, String title, boolean mandatory) {}
