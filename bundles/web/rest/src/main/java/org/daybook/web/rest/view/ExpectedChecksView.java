package org.daybook.web.rest.view;

import java.util.List;

/**
 * What arrival would bring.
 *
 * @param next null: this is all of it
 */
public record ExpectedChecksView(List<ExpectedCheckView> items, String next) {
  public static ExpectedChecksView whole(List<ExpectedCheckView> items) {
    return new ExpectedChecksView(items, null);
  }
}
