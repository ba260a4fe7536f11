package org.daybook.web.pages.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.daybook.api.access.Actor;
import org.daybook.api.delivery.ChannelStatus;
import org.daybook.api.delivery.Deliveries;
import org.daybook.api.delivery.Delivery;
import org.daybook.api.delivery.DeliveryEvent;
import org.daybook.api.delivery.LinkedReport;
import org.daybook.api.delivery.LinkedVisit;
import org.daybook.api.delivery.Presentation;
import org.daybook.api.delivery.Rendered;
import org.daybook.api.delivery.ReportLinks;
import org.daybook.api.delivery.WishLinks;
import org.daybook.api.dispute.Dispute;
import org.daybook.api.dispute.DisputeAction;
import org.daybook.api.dispute.DisputeEvent;
import org.daybook.api.dispute.DisputeRequest;
import org.daybook.api.dispute.DisputeState;
import org.daybook.api.dispute.Disputes;
import org.daybook.api.error.ForbiddenException;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.error.RefusedException;
import org.daybook.api.error.StaleVersionException;
import org.daybook.api.report.ReportDocument;
import org.daybook.api.report.VisitReport;
import org.daybook.api.source.HookAnswer;
import org.daybook.api.source.HookRequest;
import org.daybook.api.source.Intake;
import org.daybook.api.source.SourceStatus;
import org.daybook.api.source.TaskRequest;
import org.daybook.api.source.TaskSignal;
import org.daybook.api.store.Store;
import org.daybook.api.store.TaskQuery;
import org.daybook.api.task.Occurrence;
import org.daybook.api.task.Task;
import org.daybook.testkit.Examples;

/** What delivery, disputes and intake do for the board, as little of it as can be. */
final class FakeWork {
  final List<String> revoked = new ArrayList<>();
  final List<DisputeAction> decisions = new ArrayList<>();
  final List<TaskRequest> requests = new ArrayList<>();
  List<SourceStatus> sources = List.of();
  List<ChannelStatus> channels = List.of();

  private final Store store;

  FakeWork(Store store) {
    this.store = store;
  }

  final Deliveries deliveries =
      new Deliveries() {
        @Override
        public Delivery retry(Actor actor, String id) {
          return store.inTransaction(
              actor,
              tx -> {
                Delivery delivery = tx.deliveries().find(id).orElseThrow();
                return tx.deliveries()
                    .update(
                        delivery.toBuilder()
                            .state(
                                delivery
                                    .state()
                                    .on(DeliveryEvent.REQUEUE)
                                    .orElseThrow(() -> new RefusedException("sent")))
                            .build());
              });
        }

        @Override
        public List<ChannelStatus> channels() {
          return channels;
        }

        @Override
        public List<Delivery> queue(VisitReport report) {
          throw new UnsupportedOperationException();
        }

        @Override
        public Rendered render(ReportDocument report, String format, Presentation presentation) {
          throw new UnsupportedOperationException();
        }

        @Override
        public Rendered message(Actor actor, VisitReport report) {
          throw new UnsupportedOperationException();
        }
      };

  final ReportLinks links =
      new ReportLinks() {
        @Override
        public void revoke(Actor actor, String id) {
          revoked.add(id);
        }

        @Override
        public LinkedReport open(String token) {
          throw new UnsupportedOperationException();
        }

        @Override
        public void acknowledge(String token, int revision) {
          throw new UnsupportedOperationException();
        }
      };

  final WishLinks wishes =
      new WishLinks() {
        @Override
        public void revoke(Actor actor, String id) {
          revoked.add(id);
        }

        @Override
        public String addressFor(String visitId, String contactId, String letterKey) {
          throw new UnsupportedOperationException();
        }

        @Override
        public LinkedVisit open(String token) {
          throw new UnsupportedOperationException();
        }
      };

  final Disputes disputes =
      new Disputes() {
        @Override
        public Dispute act(Actor actor, String id, OptionalLong seen, DisputeAction action) {
          decisions.add(action);
          return store.inTransaction(
              actor,
              tx -> {
                Dispute dispute = tx.disputes().find(id).orElseThrow();
                if (seen.isPresent() && seen.getAsLong() != dispute.version()) {
                  throw new StaleVersionException("dispute", id);
                }
                boolean concerned = dispute.engineerId().equals(actor.id());
                if (action instanceof DisputeAction.Answer != concerned) {
                  throw new ForbiddenException("not theirs");
                }
                return tx.disputes().update(after(dispute, action));
              });
        }

        private Dispute after(Dispute dispute, DisputeAction action) {
          if (action instanceof DisputeAction.Uphold uphold && uphold.outcome().isBlank()) {
            throw new InvalidInputException("outcome", "is required");
          }
          DisputeEvent event =
              action instanceof DisputeAction.Review
                  ? DisputeEvent.REVIEW
                  : action instanceof DisputeAction.Uphold ? DisputeEvent.UPHOLD : null;
          if (event == null) {
            return dispute;
          }
          Dispute.Builder next =
              dispute.toBuilder()
                  .state(dispute.state().on(event).orElseThrow(() -> new RefusedException("no")));
          if (event == DisputeEvent.UPHOLD) {
            next.decision(DisputeState.UPHELD);
          }
          return next.build();
        }

        @Override
        public Dispute open(String token, DisputeRequest request) {
          throw new UnsupportedOperationException();
        }

        @Override
        public Dispute open(Actor actor, String visitId, DisputeRequest request) {
          throw new UnsupportedOperationException();
        }

        @Override
        public Dispute withdraw(String token, String disputeId) {
          throw new UnsupportedOperationException();
        }

        @Override
        public List<Dispute> of(String token) {
          throw new UnsupportedOperationException();
        }
      };

  final Intake intake =
      new Intake() {
        @Override
        public Task submit(String source, TaskRequest request, Actor author) {
          TaskSignal signal = request.toSignal().build();
          if (signal.dueAt().filter(due -> due.isBefore(Examples.NOW)).isPresent()) {
            throw new InvalidInputException("dueAt", "must not be in the past");
          }
          requests.add(request);
          return store.inTransaction(
              author,
              tx ->
                  tx.tasks()
                      .first(TaskQuery.builder().externalId(request.externalId()).build())
                      .orElseGet(
                          () ->
                              tx.tasks()
                                  .insert(
                                      Examples.task().toBuilder()
                                          .id(tx.newId())
                                          .source(source)
                                          .externalId(request.externalId())
                                          .title(signal.title())
                                          .dueAt(signal.dueAt())
                                          .build())));
        }

        @Override
        public List<SourceStatus> sources() {
          return sources;
        }

        @Override
        public HookAnswer receive(String hook, HookRequest request) {
          throw new UnsupportedOperationException();
        }
      };

  /** A signal that waits. */
  static Occurrence signal(String id) {
    return Examples.occurrence().toBuilder()
        .id(id)
        .externalId(id)
        .clientId(Optional.empty())
        .assetId(Optional.empty())
        .taskId(Optional.empty())
        .clientHint("Romashka HQ")
        .assetHint("db-7")
        .title("Диск <b>D:</b> полон")
        .build();
  }
}
