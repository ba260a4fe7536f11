package org.daybook.web.pages.board;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.daybook.api.access.Actor;
import org.daybook.api.delivery.DeliveryEvent;
import org.daybook.api.delivery.Mailing;
import org.daybook.api.delivery.OutgoingLetter;
import org.daybook.api.delivery.Post;
import org.daybook.api.delivery.PostOffice;
import org.daybook.api.diary.Diary;
import org.daybook.api.diary.Project;
import org.daybook.api.diary.SavedView;
import org.daybook.api.diary.SavedViews;
import org.daybook.api.diary.TaskAction;
import org.daybook.api.diary.TaskChange;
import org.daybook.api.diary.TaskHistory;
import org.daybook.api.diary.TaskStep;
import org.daybook.api.error.ForbiddenException;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.error.RefusedException;
import org.daybook.api.error.StaleVersionException;
import org.daybook.api.source.Assigned;
import org.daybook.api.source.SignalMapping;
import org.daybook.api.source.Signals;
import org.daybook.api.store.SignalMappingQuery;
import org.daybook.api.store.Store;
import org.daybook.api.store.TaskLogQuery;
import org.daybook.api.store.Transaction;
import org.daybook.api.task.Comment;
import org.daybook.api.task.Occurrence;
import org.daybook.api.task.Task;
import org.daybook.api.task.TaskEvent;
import org.daybook.api.task.TaskState;
import org.daybook.testkit.Examples;

/** Does the least of what the services do: versions, states, and what was asked for. */
final class FakeServices {
  final List<TaskAction> actions = new ArrayList<>();
  final List<SavedView> views = new ArrayList<>();
  final List<TaskStep> steps = new ArrayList<>();
  boolean away;

  /**
   * Whether the client missed the tasks in a report, so that another manager has to cancel them.
   */
  boolean disputed;

  private final Store store;
  private final Clock clock;
  private final Diary diary = new FakeDiary();
  private final SavedViews savedViews = new FakeViews();
  private final Signals signals = new FakeSignals();
  private final PostOffice postOffice = this::retry;

  FakeServices(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  Diary diary() {
    return away ? null : diary;
  }

  SavedViews savedViews() {
    return savedViews;
  }

  Signals signals() {
    return signals;
  }

  PostOffice postOffice() {
    return postOffice;
  }

  /** What a test says, after what was said in the diary. */
  TaskHistory history() {
    return (actor, taskId) -> {
      List<TaskStep> all = new ArrayList<>();
      store
          .read(tx -> tx.comments().all(TaskLogQuery.builder().addTaskIds(taskId).build()))
          .forEach(
              said ->
                  all.add(
                      new TaskStep(
                          said.at(),
                          said.authorName(),
                          TaskStep.What.COMMENTED,
                          Optional.empty(),
                          Optional.empty(),
                          said.text(),
                          List.of())));
      all.addAll(steps);
      return all;
    };
  }

  /** Sends nothing. */
  Post post() {
    return new Post() {
      @Override
      public void send(Mailing mailing) {
        throw new UnsupportedOperationException();
      }

      @Override
      public String addressOf(String path) {
        return "https://daybook.example.com" + path;
      }
    };
  }

  private OutgoingLetter retry(Actor actor, String id) {
    return store.inTransaction(
        actor,
        tx -> {
          OutgoingLetter letter = tx.letters().find(id).orElseThrow();
          return tx.letters()
              .update(
                  letter.toBuilder()
                      .state(
                          letter
                              .state()
                              .on(DeliveryEvent.REQUEUE)
                              .orElseThrow(() -> new RefusedException("sent")))
                      .build());
        });
  }

  private static void required(String field, String text) {
    if (text.isBlank()) {
      throw new InvalidInputException(field, "is required");
    }
  }

  private final class FakeDiary implements Diary {
    @Override
    public Task act(Actor actor, String id, OptionalLong seen, TaskAction action) {
      actions.add(action);
      return store.inTransaction(
          actor,
          tx -> {
            Task task = found(tx, id, seen);
            Task.Builder next = task.toBuilder();
            if (action instanceof TaskAction.Plan plan) {
              planned(tx, task, plan, next);
            } else if (action instanceof TaskAction.HandOver over) {
              required("specialistId", over.specialistId());
              required("reason", over.reason());
              next.state(on(task, TaskEvent.HAND_OVER)).specialistId(over.specialistId());
            } else if (action instanceof TaskAction.Cancel cancel) {
              required("reason", cancel.reason());
              if (disputed) {
                throw new ForbiddenException("another manager");
              }
              next.state(on(task, TaskEvent.CANCEL)).reason(cancel.reason());
            } else if (action instanceof TaskAction.Accept) {
              next.state(on(task, TaskEvent.ACCEPT));
            } else if (action instanceof TaskAction.GiveBack back) {
              required("reason", back.reason());
              next.state(on(task, TaskEvent.RETURN))
                  .reason(back.reason())
                  .specialistId(Optional.empty());
            } else if (action instanceof TaskAction.AddComment said) {
              required("text", said.text());
              tx.comments()
                  .insert(
                      new Comment(
                          tx.newId(), id, actor.id(), actor.name(), clock.instant(), said.text()));
              return task;
            }
            return tx.tasks().update(next.build());
          });
    }

    private void planned(Transaction tx, Task task, TaskAction.Plan plan, Task.Builder next) {
      boolean theirs =
          tx.visits()
              .find(plan.visitId())
              .filter(visit -> visit.clientId().equals(task.clientId()))
              .isPresent();
      if (!theirs) {
        throw new InvalidInputException("visitId", "is a visit to another client");
      }
      next.state(on(task, TaskEvent.PLAN)).visitId(plan.visitId());
    }

    private TaskState on(Task task, TaskEvent event) {
      return task.state()
          .on(event)
          .orElseThrow(() -> new RefusedException("A task that is " + task.state()));
    }

    @Override
    public Task change(Actor actor, String id, OptionalLong seen, TaskChange change) {
      return store.inTransaction(
          actor,
          tx -> {
            Task.Builder task = found(tx, id, seen).toBuilder();
            change.engineerId().ifPresent(task::engineerId);
            change.priority().ifPresent(task::priority);
            change.dueAt().ifPresent(task::dueAt);
            if (change.removeDueAt()) {
              task.dueAt(Optional.empty());
            }
            return tx.tasks().update(task.build());
          });
    }

    private Task found(Transaction tx, String id, OptionalLong seen) {
      Task task = tx.tasks().find(id).orElseThrow(() -> new NotFoundException("task", id));
      if (seen.isPresent() && seen.getAsLong() != task.version()) {
        throw new StaleVersionException("task", id);
      }
      return task;
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

  private final class FakeViews implements SavedViews {
    @Override
    public List<SavedView> of(Actor actor) {
      return views.stream().filter(view -> view.staffId().equals(actor.id())).toList();
    }

    @Override
    public SavedView save(Actor actor, String name, String query, boolean preferred) {
      required("name", name);
      SavedView view =
          SavedView.builder()
              .id("view-" + (views.size() + 1))
              .staffId(actor.id())
              .name(name)
              .query(query)
              .preferred(preferred)
              .build();
      views.add(view);
      return view;
    }

    @Override
    public SavedView rename(Actor actor, String id, String name, boolean preferred) {
      required("name", name);
      SavedView view =
          views.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
      SavedView next = view.toBuilder().name(name).preferred(preferred).build();
      views.set(views.indexOf(view), next);
      return next;
    }

    @Override
    public void delete(Actor actor, String id) {
      views.removeIf(view -> view.id().equals(id));
    }
  }

  private final class FakeSignals implements Signals {
    @Override
    public Assigned assign(
        Actor actor, String id, OptionalLong seen, String clientId, Optional<String> assetId) {
      required("clientId", clientId);
      return store.inTransaction(
          actor,
          tx -> {
            Occurrence signal = waiting(tx, id, seen);
            tx.occurrences()
                .update(signal.toBuilder().clientId(clientId).taskId(Examples.TASK_ID).build());
            SignalMapping mapping =
                Examples.signalMapping().toBuilder()
                    .id(tx.newId())
                    .clientKey("k" + tx.signalMappings().count(SignalMappingQuery.everything()))
                    .clientId(clientId)
                    .assetId(assetId)
                    .build();
            return new Assigned(tx.signalMappings().insert(mapping), 1, List.of(Examples.TASK_ID));
          });
    }

    @Override
    public Occurrence dismiss(Actor actor, String id, OptionalLong seen, String reason) {
      required("reason", reason);
      return store.inTransaction(
          actor,
          tx ->
              tx.occurrences()
                  .update(
                      waiting(tx, id, seen).toBuilder()
                          .dismissal(reason)
                          .dismissedBy(actor.id())
                          .dismissedAt(clock.instant())
                          .build()));
    }

    private Occurrence waiting(Transaction tx, String id, OptionalLong seen) {
      Occurrence signal =
          tx.occurrences().find(id).orElseThrow(() -> new NotFoundException("signal", id));
      if (seen.isPresent() && seen.getAsLong() != signal.version()) {
        throw new StaleVersionException("signal", id);
      }
      if (!signal.waits()) {
        throw new RefusedException("it does not wait");
      }
      return signal;
    }

    @Override
    public void forget(Actor actor, String id) {
      store.inTransaction(
          actor,
          tx ->
              tx.signalMappings()
                  .update(
                      tx.signalMappings().find(id).orElseThrow().toBuilder()
                          .removed(true)
                          .build()));
    }
  }
}
