package org.daybook.core.control;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.daybook.api.access.Actor;
import org.daybook.api.access.Role;
import org.daybook.api.delivery.LinkedReport;
import org.daybook.api.delivery.ReportLinks;
import org.daybook.api.dispute.Dispute;
import org.daybook.api.dispute.DisputeAction;
import org.daybook.api.dispute.DisputeAction.Answer;
import org.daybook.api.dispute.DisputeAction.ApplyPenalty;
import org.daybook.api.dispute.DisputeAction.ProposePenalty;
import org.daybook.api.dispute.DisputeAction.Review;
import org.daybook.api.dispute.DisputeAction.WaivePenalty;
import org.daybook.api.dispute.DisputeRequest;
import org.daybook.api.dispute.DisputeState;
import org.daybook.api.dispute.Disputes;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.error.RefusedException;
import org.daybook.api.error.StaleVersionException;
import org.daybook.api.error.UnavailableException;
import org.daybook.api.job.Job;
import org.daybook.api.job.JobQueue;
import org.daybook.api.notice.Notices;
import org.daybook.api.report.ReportState;
import org.daybook.api.report.VisitReport;
import org.daybook.api.source.Intake;
import org.daybook.api.store.DisputeQuery;
import org.daybook.api.store.ReportQuery;
import org.daybook.api.store.Store;
import org.daybook.api.store.Transaction;
import org.daybook.api.visit.Visit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Disputes from the first word to the outcome; {@link DisputeJob} does what time brings. Intake and
 * links are needed for some calls only: without them managers still decide.
 */
@Component(service = Disputes.class, configurationPid = Config.PID)
@Designate(ocd = Config.class)
public final class DisputesService implements Disputes {
  private final Store store;
  private final Clock clock;
  private final JobQueue jobs;
  private final DisputeNotices notices;
  private final Settings settings;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  volatile Intake intake;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  volatile ReportLinks links;

  @Activate
  public DisputesService(
      @Reference Store store,
      @Reference Clock clock,
      @Reference JobQueue jobs,
      @Reference Notices notices,
      Config config) {
    this(store, clock, jobs, notices, Settings.of(config));
  }

  DisputesService(Store store, Clock clock, JobQueue jobs, Notices notices, Settings settings) {
    this.store = store;
    this.clock = clock;
    this.jobs = jobs;
    this.notices = new DisputeNotices(notices, settings.words());
    this.settings = settings;
  }

  @Override
  public Dispute open(String token, DisputeRequest request) {
    LinkedReport linked = opened(token);
    DisputeRequest checked = DisputeInput.checked(request);
    String contactId = linked.link().contactId();
    // Acts for the platform: what the client says of a report is taken without an account.
    Actor client = new Actor("contact:" + contactId, linked.contact(), Role.ADMIN);
    int revision = linked.revisions().get(0).revision();
    return open(
        client, linked.link().visitId(), Optional.of(revision), Optional.of(contactId), checked);
  }

  @Override
  public Dispute open(Actor actor, String visitId, DisputeRequest request) {
    DisputeRights.requireManager(actor, "write down what a client misses");
    DisputeRequest checked = DisputeInput.checked(request);
    return open(actor, visitId, Optional.empty(), Optional.empty(), checked);
  }

  @Override
  public Dispute withdraw(String token, String disputeId) {
    LinkedReport linked = opened(token);
    Actor client = new Actor("contact:" + linked.link().contactId(), linked.contact(), Role.ADMIN);
    return store.inTransaction(
        client,
        tx -> {
          Dispute dispute =
              tx.disputes()
                  .findForUpdate(disputeId)
                  .filter(each -> each.visitId().equals(linked.link().visitId()))
                  .filter(each -> isTheirs(each, linked))
                  .orElseThrow(() -> new NotFoundException("dispute", disputeId));
          if (dispute.decision().filter(DisputeState.WITHDRAWN::equals).isPresent()) {
            return dispute;
          }
          return stored(tx, dispute, desk().withdrawn(dispute));
        });
  }

  /** A report has several readers; what a manager wrote down is any of theirs. */
  private static boolean isTheirs(Dispute dispute, LinkedReport linked) {
    return dispute.contactId().filter(id -> !id.equals(linked.link().contactId())).isEmpty();
  }

  @Override
  public List<Dispute> of(String token) {
    DisputeQuery ofReport = DisputeQuery.builder().visitId(opened(token).link().visitId()).build();
    return store.read(tx -> tx.disputes().all(ofReport)).stream()
        .sorted(Comparator.comparing(Dispute::openedAt).thenComparing(Dispute::id))
        .toList();
  }

  @Override
  public Dispute act(
      Actor actor, String disputeId, OptionalLong expectedVersion, DisputeAction action) {
    DisputeAction checked = DisputeInput.checked(action);
    return store.inTransaction(
        actor,
        tx -> {
          Dispute dispute =
              tx.disputes()
                  .findForUpdate(disputeId)
                  .orElseThrow(() -> new NotFoundException("dispute", disputeId));
          DisputeRights.require(actor, dispute, checked);
          if (expectedVersion.isPresent() && expectedVersion.getAsLong() != dispute.version()) {
            throw new StaleVersionException("dispute", disputeId);
          }
          DisputeDesk desk = desk();
          Dispute changed = desk.after(dispute, actor, checked);
          if (checked instanceof Review) {
            notices.takenUp(dispute);
          } else if (checked instanceof Answer) {
            notices.answered(dispute);
          } else if (checked instanceof ProposePenalty) {
            notices.penaltyProposed(tx, changed, desk.answerUntil(changed));
          } else if (checked instanceof ApplyPenalty || checked instanceof WaivePenalty) {
            notices.penaltySettled(dispute);
          }
          return stored(tx, dispute, changed);
        });
  }

  private Dispute open(
      Actor author,
      String visitId,
      Optional<Integer> revision,
      Optional<String> contactId,
      DisputeRequest request) {
    return store.inTransaction(
        author,
        tx -> {
          DisputeOpening opening = new DisputeOpening(tx, requiredIntake(), author, now());
          Visit visit = opening.lock(visitId);
          Optional<Dispute> repeated = opening.repeated(visit, request);
          if (repeated.isPresent()) {
            return repeated.get();
          }
          int before = revision.orElseGet(() -> newestSent(tx, visitId));
          Dispute dispute = opening.open(visit, before, contactId, request);
          notices.opened(tx, dispute);
          return dispute;
        });
  }

  private Dispute stored(Transaction tx, Dispute before, Dispute after) {
    Dispute stored = tx.disputes().update(after);
    if (!before.state().isDecided() && stored.state().isDecided()) {
      notices.decided(stored);
      // One that was queued when disputes had reminders of their own sleeps until then.
      jobs.enqueue(job(stored));
      jobs.hasten(job(stored));
    }
    return stored;
  }

  /** What the client can have before them. */
  private static int newestSent(Transaction tx, String visitId) {
    ReportQuery sent =
        ReportQuery.builder()
            .visitId(visitId)
            .addStates(ReportState.RELEASED, ReportState.SUPERSEDED)
            .build();
    return tx.reports().all(sent).stream()
        // One that was superseded while it was held never went out.
        .filter(report -> report.releasedAt().isPresent())
        .mapToInt(VisitReport::revision)
        .max()
        .orElseThrow(
            () -> new RefusedException("No report of this visit has been released to the client."));
  }

  private LinkedReport opened(String token) {
    ReportLinks there = links;
    if (there == null) {
      throw new UnavailableException("Delivery is not running. Please come again later.");
    }
    return there.open(token);
  }

  private Intake requiredIntake() {
    Intake there = intake;
    if (there == null) {
      throw new UnavailableException("The intake is not running. Please send it again later.");
    }
    return there;
  }

  private DisputeDesk desk() {
    return new DisputeDesk(now(), settings.answerWithin());
  }

  private static Job job(Dispute dispute) {
    return new Job(DisputeJob.TYPE, dispute.id());
  }

  /** As a database keeps it, so that what is returned is what is read later. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
