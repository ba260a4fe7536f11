package org.daybook.api.delivery;

import org.daybook.api.access.Actor;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Addresses under which the client's people add wishes to a visit that is to come; the token in it
 * is all they have. Safe for any thread.
 */
@ProviderType
public interface WishLinks {
  /**
   * Makes a link, in the caller's transaction if there is one. The token is put in when the letter
   * is written, and only in that letter, so that it is stored nowhere.
   *
   * @param letterKey the {@link Mailing#key} of the letter that is to carry it; asked again for the
   *     same letter, gives the same
   * @return the address as a {@link Mailing} carries it
   * @throws org.daybook.api.error.NotFoundException if there is no such visit or contact
   * @throws org.daybook.api.error.UnavailableException if the key that links are made of cannot be
   *     used
   */
  String addressFor(String visitId, String contactId, String letterKey);

  /**
   * What a token opens.
   *
   * @throws org.daybook.api.error.NotFoundException alike for a token that is unknown, expired or
   *     revoked, or opens something else
   */
  LinkedVisit open(String token);

  /**
   * Takes back every link that a letter carried.
   *
   * @throws org.daybook.api.error.ForbiddenException if the actor is no manager
   * @throws org.daybook.api.error.NotFoundException if there is no such letter
   */
  void revoke(Actor actor, String letterId);
}
