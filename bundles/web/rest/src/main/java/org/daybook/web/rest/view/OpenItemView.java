package org.daybook.web.rest.view;

import org.daybook.api.visit.OpenItem;

/** Something that keeps a visit from being closed. */
public record OpenItemView(OpenItem.Kind kind, String id, String title, String asset) {
  public static OpenItemView of(OpenItem item) {
    return new OpenItemView(item.kind(), item.id(), item.title(), item.asset().orElse(null));
  }
}
