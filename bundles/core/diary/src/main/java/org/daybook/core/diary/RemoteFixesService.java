package org.daybook.core.diary;

import java.util.Optional;
import java.util.OptionalLong;
import org.daybook.api.access.Actor;
import org.daybook.api.access.Role;
import org.daybook.api.diary.Diary;
import org.daybook.api.diary.TaskAction;
import org.daybook.api.source.Intake;
import org.daybook.api.source.RemoteFix;
import org.daybook.api.source.RemoteFixes;
import org.daybook.api.source.TaskRequest;
import org.daybook.api.store.Store;
import org.daybook.api.task.Task;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Puts a task in through its source and resolves it at once; both or none. */
@Component(service = RemoteFixes.class)
public final class RemoteFixesService implements RemoteFixes {
  private static final String SOURCE = "remote";

  private final Store store;
  private final Intake intake;
  private final Diary diary;

  @Activate
  public RemoteFixesService(
      @Reference Store store, @Reference Intake intake, @Reference Diary diary) {
    this.store = store;
    this.intake = intake;
    this.diary = diary;
  }

  @Override
  public Task add(Actor actor, RemoteFix fix) {
    TaskAction resolved = new TaskAction.ResolveRemotely(fix.result(), fix.minutes());
    ActionInput.check(resolved);
    TaskRequest request =
        TaskRequest.builder()
            .client(fix.client())
            .title(fix.title())
            // Engineers act on what is theirs.
            .engineerId(Optional.of(actor.id()).filter(id -> actor.role() == Role.ENGINEER))
            .build();
    return store.inTransaction(
        actor,
        tx -> {
          Task task = intake.submit(SOURCE, request, actor);
          return diary.act(actor, task.id(), OptionalLong.empty(), resolved);
        });
  }
}
