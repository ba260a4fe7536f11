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

  /**
   * The recipient has got the report. Harmless to repeat.
   *
   * @param revision the one that they have before them
   * @throws org.daybook.api.error.RefusedException if a newer one was sent, which they have not
   *     seen
   */
  void acknowledge(String token, int revision);

  /**
   * Takes back every link that a delivery carried. Only for managers. A letter that is written
   * after that carries another one.
   *
   * @throws org.daybook.api.error.RefusedException if none was written yet
   */
  void revoke(Actor actor, String deliveryId);
}
