package org.daybook.api.diary;

import java.util.List;
import org.daybook.api.access.Actor;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The lists that people keep for themselves. Safe for any thread. Somebody else's are not there:
 * {@link org.daybook.api.error.NotFoundException}.
 */
@ProviderType
public interface SavedViews {
  /** Theirs, by name. */
  List<SavedView> of(Actor actor);

  /**
   * Keeps a list under a name; one of theirs that has the name is replaced.
   *
   * @param preferred whether they see it when they ask for nothing else, in place of another one
   * @throws org.daybook.api.error.InvalidInputException naming each bad field
   * @throws org.daybook.api.error.RefusedException if they have 50 already
   */
  SavedView save(Actor actor, String name, String query, boolean preferred);

  /**
   * Gives one of theirs another name and says whether it is the preferred one.
   *
   * @throws org.daybook.api.error.InvalidInputException if the name is bad or another one has it
   */
  SavedView rename(Actor actor, String id, String name, boolean preferred);

  /** Deletes one of theirs. Harmless to repeat. */
  void delete(Actor actor, String id);
}
