package org.daybook.api.visit;

import java.util.List;
import org.daybook.api.access.Actor;
import org.daybook.api.directory.Asset;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The equipment of a site in the hands of who is there: a visit's engineer, or a manager who stands
 * in. Each call is one transaction with its audit entries. Safe for any thread.
 *
 * <p>All throw {@link org.daybook.api.error.NotFoundException} for a visit, or a piece of equipment
 * at its site, that is not there, {@link org.daybook.api.error.ForbiddenException}, and what
 * changes something {@link org.daybook.api.error.RefusedException} unless the visit is under way.
 */
@ProviderType
public interface SiteEquipment {
  /**
   * The equipment at the site of a visit with its verdict as it would be now, in the order of the
   * report; of a closed visit, as it was then. Whoever may see the visit may look: {@link Sight}.
   */
  List<SiteAsset> list(Actor actor, String visitId);

  /**
   * Answers every check of a piece of equipment that is open with OK; what was answered otherwise
   * stays, and what a problem stands on that was known before stays open: whether that is mended
   * has to be said of itself. Harmless to repeat.
   *
   * @return all of its checks at this visit
   */
  List<Check> allOk(Actor actor, String visitId, String assetId);

  /**
   * Skips every check of a piece of equipment that is open, for one reason: nobody looked. Its
   * problems stand. Harmless to repeat.
   *
   * @param reason why, for the client; 1 to 1,000 characters
   * @return all of its checks at this visit
   * @throws org.daybook.api.error.InvalidInputException without a reason
   */
  List<Check> skip(Actor actor, String visitId, String assetId, String reason);

  /**
   * Adds equipment that was found on site, and its checks to the visit. If a listener that makes
   * checks fails, it is asked again when the visit is to be closed.
   *
   * @throws org.daybook.api.error.InvalidInputException naming each bad field
   * @throws org.daybook.api.error.RefusedException also if a name is taken
   */
  Asset found(Actor actor, String visitId, FoundAsset found);

  /**
   * Retires equipment that is gone: its open checks are skipped for that reason, its problems end,
   * and the report of this visit says that it is gone. Harmless to repeat.
   *
   * @param reason what became of it, for the client; 1 to 1,000 characters
   * @throws org.daybook.api.error.InvalidInputException without a reason
   */
  Asset gone(Actor actor, String visitId, String assetId, String reason);
}
