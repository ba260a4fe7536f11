package org.daybook.web.pages.board;

import java.util.OptionalLong;
import org.daybook.api.access.Actor;
import org.daybook.api.diary.Diary;
import org.daybook.api.diary.Project;
import org.daybook.api.diary.TaskAction;
import org.daybook.api.diary.TaskChange;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.store.Store;
import org.daybook.api.task.Task;

/** Keeps projects that have a title. */
final class FakeDiary implements Diary {
  private final Store store;

  FakeDiary(Store store) {
    this.store = store;
  }

  @Override
  public Task act(Actor actor, String taskId, OptionalLong expectedVersion, TaskAction action) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Task change(Actor actor, String taskId, OptionalLong expectedVersion, TaskChange change) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Project addProject(Actor actor, Project draft) {
    requireTitle(draft);
    return store.inTransaction(
        actor, tx -> tx.projects().insert(draft.toBuilder().id(tx.newId()).build()));
  }

  @Override
  public Project changeProject(Actor actor, Project changed) {
    requireTitle(changed);
    return store.inTransaction(actor, tx -> tx.projects().update(changed));
  }

  private static void requireTitle(Project project) {
    if (project.title().isBlank()) {
      throw new InvalidInputException("title", "is required");
    }
  }
}
