package org.daybook.web.rest.view;

import org.daybook.api.plan.Unmet;

/** What a plan could not give a client, and why. */
public record UnmetView(String client, String clientId, Unmet.Wish wish, String reason) {
  static UnmetView of(Unmet unmet, Names names) {
    return new UnmetView(
        names.client(unmet.clientId()), unmet.clientId(), unmet.wish(), unmet.reason());
  }
}
