package org.daybook.web.rest.view;

import org.daybook.api.plan.Norm;

/**
 * How many visits a month a client is due, for how many devices, and why.
 *
 * @param client code
 */
public record NormView(String client, String clientId, int visits, int devices, String why) {
  public static NormView of(Norm norm, Names names) {
    return new NormView(
        names.client(norm.clientId()), norm.clientId(), norm.visits(), norm.devices(), norm.why());
  }
}
