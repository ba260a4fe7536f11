package org.daybook.web.pages.client.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.daybook.api.access.Actor;
import org.daybook.api.delivery.LinkedVisit;
import org.daybook.api.delivery.WishLinks;
import org.daybook.api.directory.Client;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.source.HookAnswer;
import org.daybook.api.source.HookRequest;
import org.daybook.api.source.Intake;
import org.daybook.api.source.SourceStatus;
import org.daybook.api.source.TaskRequest;
import org.daybook.api.store.Store;
import org.daybook.api.store.TaskQuery;
import org.daybook.api.task.Task;
import org.daybook.api.visit.VisitState;
import org.daybook.testkit.Examples;

/** One link to add wishes to one visit, and the entrance that they go through. */
public final class FakeWishes implements WishLinks, Intake {
  public static final String TOKEN = "w1w2e3r4t5y6u7i8o9p0a1s2d3f4g5h6j7k8l9z0x1c";

  public boolean revoked;
  public VisitState state = VisitState.SCHEDULED;
  public Client client = Examples.client();
  public RuntimeException fault;
  public final List<TaskRequest> requests = new ArrayList<>();
  public final List<Actor> authors = new ArrayList<>();

  private final Store store;

  FakeWishes(Store store) {
    this.store = store;
  }

  @Override
  public String addressFor(String visitId, String contactId, String letterKey) {
    throw new UnsupportedOperationException();
  }

  @Override
  public LinkedVisit open(String token) {
    if (revoked || !token.equals(TOKEN)) {
      throw new NotFoundException("visit", "at this address");
    }
    return new LinkedVisit(
        Examples.reportLink(),
        Examples.contact(),
        client,
        Examples.visit().toBuilder().state(state).build());
  }

  @Override
  public void revoke(Actor actor, String letterId) {
    revoked = true;
  }

  @Override
  public Task submit(String source, TaskRequest request, Actor author) {
    Optional.ofNullable(fault)
        .ifPresent(
            each -> {
              throw each;
            });
    requests.add(request);
    authors.add(author);
    return store.inTransaction(
        author,
        tx ->
            tx.tasks()
                .first(
                    TaskQuery.builder()
                        .source(source)
                        .externalId(request.externalId().orElseThrow())
                        .build())
                .orElseGet(
                    () ->
                        tx.tasks()
                            .insert(
                                Examples.task().toBuilder()
                                    .id(tx.newId())
                                    .source(source)
                                    .externalId(request.externalId())
                                    .visitId(request.visitId())
                                    .title(request.title().orElseThrow())
                                    .priority(request.priority().orElseThrow())
                                    .build())));
  }

  @Override
  public HookAnswer receive(String hook, HookRequest request) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<SourceStatus> sources() {
    return List.of();
  }
}
