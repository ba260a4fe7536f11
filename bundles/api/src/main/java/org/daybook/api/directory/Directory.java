package org.daybook.api.directory;

import org.daybook.api.access.Actor;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Adds and changes what Daybook knows of clients and staff. Each call is one transaction with its
 * audit entry. Safe for any thread.
 *
 * <p>{@code add…} takes a draft whose {@code id} is blank and returns it stored; {@code change…}
 * takes the value as it shall be, with the version it was read with. All throw {@link
 * org.daybook.api.error.InvalidInputException} naming each bad field, {@link
 * org.daybook.api.error.RefusedException} when a unique value is taken, and {@code change…} also
 * {@link org.daybook.api.error.NotFoundException} and {@link
 * org.daybook.api.error.StaleVersionException}. Managers may do all of it; an engineer may add and
 * retire equipment of a site during a visit of theirs to it. Others are {@link
 * org.daybook.api.error.ForbiddenException forbidden}.
 */
@ProviderType
public interface Directory {
  Client addClient(Actor actor, Client draft);

  Client changeClient(Actor actor, Client changed);

  Site addSite(Actor actor, Site draft);

  Site changeSite(Actor actor, Site changed);

  Contact addContact(Actor actor, Contact draft);

  Contact changeContact(Actor actor, Contact changed);

  Asset addAsset(Actor actor, Asset draft);

  Asset changeAsset(Actor actor, Asset changed);

  StaffMember addStaff(Actor actor, StaffMember draft);

  StaffMember changeStaff(Actor actor, StaffMember changed);
}
