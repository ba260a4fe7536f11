package org.daybook.core.diary;

import java.time.Clock;
import java.util.OptionalLong;
import org.daybook.api.access.Actor;
import org.daybook.api.diary.Diary;
import org.daybook.api.diary.Project;
import org.daybook.api.diary.TaskAction;
import org.daybook.api.diary.TaskChange;
import org.daybook.api.store.Store;
import org.daybook.api.task.Task;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The {@link Diary} over the store: one transaction per call. */
@Component(service = Diary.class)
public final class DiaryService implements Diary {

  private final Store store;
  private final Clock clock;

  @Activate
  public DiaryService(@Reference Store store, @Reference Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  public Task act(Actor actor, String taskId, OptionalLong expectedVersion, TaskAction action) {
    ActionInput.check(action);
    return store.inTransaction(
        actor, tx -> new TaskDesk(tx, actor, clock.instant()).act(taskId, expectedVersion, action));
  }

  @Override
  public Task change(Actor actor, String taskId, OptionalLong expectedVersion, TaskChange change) {
    ActionInput.check(change);
    return store.inTransaction(
        actor,
        tx -> new TaskDesk(tx, actor, clock.instant()).change(taskId, expectedVersion, change));
  }

  @Override
  public Project addProject(Actor actor, Project draft) {
    Permissions.requireManager(actor, "add a project");
    return store.inTransaction(actor, tx -> new ProjectDesk(tx).add(draft, clock.instant()));
  }

  @Override
  public Project changeProject(Actor actor, Project changed) {
    Permissions.requireManager(actor, "change a project");
    return store.inTransaction(actor, tx -> new ProjectDesk(tx).change(changed));
  }
}
