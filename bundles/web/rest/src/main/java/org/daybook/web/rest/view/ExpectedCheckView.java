package org.daybook.web.rest.view;

import org.daybook.api.visit.NewCheck;

/**
 * One item of the regulation that arrival would bring.
 *
 * @param asset its id
 * @param item the item's name in its regulation
 */
public record ExpectedCheckView(String asset, String item, String title, boolean mandatory) {
  public static ExpectedCheckView of(NewCheck check) {
    return new ExpectedCheckView(check.assetId(), check.itemId(), check.title(), check.mandatory());
  }
}
