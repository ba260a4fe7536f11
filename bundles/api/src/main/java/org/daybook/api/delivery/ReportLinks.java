package org.daybook.api.delivery;

import org.daybook.api.access.Actor;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What a recipient does on their page of a report; the token of its address is all they have. Each
 * call throws {@link org.daybook.api.error.NotFoundException} alike for a token that is unknown,
 * expired or revoked, and changes nothing then. Safe for any thread.
 */
@ProviderType
public interface ReportLinks {
  /** What a token opens. */
  LinkedReport open(String token);

  /** The recipient has got the report. Harmless to repeat. */
  void acknowledge(String token);

  /** Takes back every link that a delivery carried. Only for managers. */
  void revoke(Actor actor, String deliveryId);
}
