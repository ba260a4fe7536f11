package org.daybook.web.rest.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.daybook.api.access.Actor;
import org.daybook.api.directory.Client;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.source.HookAnswer;
import org.daybook.api.source.HookRequest;
import org.daybook.api.source.Intake;
import org.daybook.api.source.IntakeResult;
import org.daybook.api.source.SourceStatus;
import org.daybook.api.source.TaskRequest;
import org.daybook.api.store.ClientQuery;
import org.daybook.api.store.Store;
import org.daybook.api.store.TaskQuery;
import org.daybook.api.task.Priority;
import org.daybook.api.task.Task;
import org.daybook.testkit.Examples;

/** Knows the hook {@code signal}, and puts tasks straight into the store. */
public final class FakeIntake implements Intake {
  public final List<HookRequest> received = new ArrayList<>();

  /** What the hook does. */
  public Supplier<HookAnswer> hook =
      () -> HookAnswer.accepted(new IntakeResult(1, 0, 0, List.of()));

  public String lastSource = "";
  private final Store store;

  FakeIntake(Store store) {
    this.store = store;
  }

  @Override
  public HookAnswer receive(String name, HookRequest request) {
    if (!name.equals("signal")) {
      throw new NotFoundException("hook", name);
    }
    received.add(request);
    return hook.get();
  }

  @Override
  public Task submit(String source, TaskRequest request, Actor author) {
    lastSource = source;
    if (request.title().isEmpty()) {
      throw new InvalidInputException("title", "is required");
    }
    return store.inTransaction(
        author,
        tx -> {
          Client client =
              tx.clients()
                  .first(ClientQuery.builder().code(request.client().orElse("")).build())
                  .filter(found -> request.client().isPresent())
                  .orElseThrow(() -> new InvalidInputException("client", "is not known"));
          Optional<Task> known =
              request
                  .externalId()
                  .flatMap(
                      id ->
                          tx.tasks()
                              .first(TaskQuery.builder().source(source).externalId(id).build()));
          return known.orElseGet(
              () ->
                  tx.tasks()
                      .insert(
                          Task.builder()
                              .id(tx.newId())
                              .clientId(client.id())
                              .source(source)
                              .externalId(request.externalId())
                              .title(request.title().get())
                              .description(request.description().orElse(""))
                              .priority(request.priority().orElse(Priority.NORMAL))
                              .dueAt(request.dueAt())
                              .visitId(request.visitId())
                              .engineerId(request.engineerId())
                              .createdAt(Examples.NOW)
                              .build()));
        });
  }

  @Override
  public List<SourceStatus> sources() {
    return List.of(
        SourceStatus.builder()
            .id("monitoring")
            .titleRu("Мониторинг")
            .titleEn("Monitoring")
            .bundle("org.daybook.sources.monitoring 1.0.0")
            .state(SourceStatus.State.UP)
            .addHooks("signal")
            .signals(3)
            .build());
  }
}
