package org.daybook.api.regulation;

import java.util.List;
import java.util.Map;
import org.daybook.api.access.Actor;
import org.daybook.api.directory.AssetKind;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What is done on the equipment at each visit. Each call is one transaction with its audit entry.
 * Safe for any thread. All throw {@link org.daybook.api.error.UnavailableException} without
 * storage.
 *
 * <p>{@link #add} and {@link #change} are for managers and administrators. They throw {@link
 * org.daybook.api.error.ForbiddenException}, and {@link
 * org.daybook.api.error.InvalidInputException} naming each bad field, {@code items[3].title.ru}.
 */
@ProviderType
public interface Regulations {
  /** All that were ever made, also those that are not active. For any caller. */
  List<Regulation> all();

  /**
   * Makes the regulation of a type of equipment that has none.
   *
   * @param draft with a blank id; {@code inFiles}, {@code revision}, {@code changedAt} and {@code
   *     changedBy} are not looked at
   * @throws org.daybook.api.error.RefusedException if that type has one
   */
  Regulation add(Actor actor, Regulation draft);

  /**
   * Changes a regulation, from the next visit on. What is in force already makes no revision.
   *
   * @param changed with the version it was read with; what {@link #add} does not look at is not
   *     looked at here
   * @throws org.daybook.api.error.NotFoundException if it is not there
   * @throws org.daybook.api.error.StaleVersionException if it has another version
   */
  Regulation change(Actor actor, Regulation changed);

  /**
   * Takes over what the operator's files say: of a type that has no regulation yet, or whose
   * regulation nobody has changed otherwise since the files were last taken over. Of others it is
   * noted only. Harmless to repeat.
   *
   * @param source who has read the files
   * @param said the items of each type that the files have something for
   * @return all regulations as they are afterwards
   */
  List<Regulation> takeOver(Actor source, Map<AssetKind, List<RegulationItem>> said);
}
