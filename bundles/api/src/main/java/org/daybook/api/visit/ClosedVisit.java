package org.daybook.api.visit;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.daybook.api.directory.AssetKind;
import org.daybook.api.dispute.DisputeState;
import org.daybook.api.task.Priority;
import org.daybook.api.task.TaskState;

/**
 * All that happened at one visit and since the one before, frozen when it was closed. Sections see
 * this and nothing else. It is stored as JSON and read again years later, so it has no methods that
 * look anything up.
 *
 * @param visitId of the visit
 * @param kind planned or emergency
 * @param client whose visit
 * @param site where
 * @param engineer who came
 * @param manager who answers for the engineer
 * @param arrivedAt start of the visit; for a preview before the start, when it is planned for
 * @param departedAt end of the visit; for a preview, now
 * @param previousVisitAt when the visit before at this site ended
 * @param nextVisitAt when the next one is planned
 * @param tasks those of this visit, those that came to an end since the visit before, and those
 *     that are with a specialist; by priority, then by age
 * @param devices all equipment at the site that is not retired; by kind, then by name
 * @param remote what was solved remotely since the visit before
 * @param disputes those that are open, or were decided or closed since the visit before; oldest
 *     first
 * @param emergencies emergency visits to this site that ended since the visit before; oldest first;
 *     empty for an emergency visit, which is no report to the client
 * @param gone equipment that was found to be gone at this visit; by kind, then by name
 * @param photos those that the report shows, of tasks in it; oldest first
 */
public record ClosedVisit(
    String visitId,
    VisitKind kind,
    Customer client,
    Place site,
    Person engineer,
    Optional<Person> manager,
    Instant arrivedAt,
    Instant departedAt,
    Optional<Instant> previousVisitAt,
    Optional<Instant> nextVisitAt,
    List<VisitTask> tasks,
    List<Device> devices,
    RemoteShare remote,
    List<Disputed> disputes,
    List<Emergency> emergencies,
    List<Gone> gone,
    List<Photo> photos) {

  public ClosedVisit {
    tasks = List.copyOf(tasks);
    devices = List.copyOf(devices);
    // Absent in views that were frozen before there were disputes.
    disputes = disputes == null ? List.of() : List.copyOf(disputes);
    // Absent in views that were frozen before emergencies were told of.
    emergencies = emergencies == null ? List.of() : List.copyOf(emergencies);
    // Absent in views that were frozen before it was kept.
    gone = gone == null ? List.of() : List.copyOf(gone);
    // Absent in views that were frozen before there were photos.
    photos = photos == null ? List.of() : List.copyOf(photos);
  }

  /** A visit at which nothing was gone and no photo was taken. */
  public ClosedVisit(
      String visitId,
      VisitKind kind,
      Customer client,
      Place site,
      Person engineer,
      Optional<Person> manager,
      Instant arrivedAt,
      Instant departedAt,
      Optional<Instant> previousVisitAt,
      Optional<Instant> nextVisitAt,
      List<VisitTask> tasks,
      List<Device> devices,
      RemoteShare remote,
      List<Disputed> disputes,
      List<Emergency> emergencies) {
    this(
        visitId,
        kind,
        client,
        site,
        engineer,
        manager,
        arrivedAt,
        departedAt,
        previousVisitAt,
        nextVisitAt,
        tasks,
        devices,
        remote,
        disputes,
        emergencies,
        List.of(),
        List.of());
  }

  /** The same visit with other tasks and equipment. */
  public ClosedVisit with(List<VisitTask> otherTasks, List<Device> otherDevices) {
    return new ClosedVisit(
        visitId,
        kind,
        client,
        site,
        engineer,
        manager,
        arrivedAt,
        departedAt,
        previousVisitAt,
        nextVisitAt,
        otherTasks,
        otherDevices,
        remote,
        disputes,
        emergencies,
        gone,
        photos);
  }

  /**
   * The client.
   *
   * @param language of the report
   * @param zone of every time in the report
   */
  public record Customer(String id, String code, String name, Locale language, ZoneId zone) {}

  /** The site. */
  public record Place(String id, String name, String address) {}

  /** One of our staff, as the client may know them. */
  public record Person(
      String id,
      String name,
      Optional<String> email,
      Optional<String> phone,
      Optional<String> department) {}

  /**
   * A task.
   *
   * @param source id of its source
   * @param project title of its project
   * @param device what people call the equipment it is about
   * @param state where it stood when the visit was closed
   * @param result what was done
   * @param reason why it is not done
   * @param specialist who has it now, if it was handed over
   * @param minutes time spent on it at all
   * @param carriedOver how many visits it was carried over from, this one included
   * @param promisedSince when it was carried over, or left with a specialist, first; what was
   *     promised before {@code previousVisitAt} was in the report before
   * @param faultOpen whether its source says that the condition still stands
   * @param duringVisit whether it was on this visit, not only between the visits
   */
  public record VisitTask(
      String id,
      String source,
      Optional<String> project,
      Optional<String> device,
      String title,
      String description,
      Priority priority,
      TaskState state,
      Optional<String> result,
      Optional<String> reason,
      Optional<Person> specialist,
      Optional<Instant> dueAt,
      Instant createdAt,
      Optional<Instant> finishedAt,
      int minutes,
      int occurrences,
      int carriedOver,
      Optional<Instant> promisedSince,
      boolean faultOpen,
      boolean duringVisit) {}

  /**
   * A piece of equipment.
   *
   * @param label what people call it
   * @param reference hostname or inventory number
   * @param reasons why it is red; empty if and only if it is green
   * @param previous what it was at the visit before; empty if it was not there
   */
  public record Device(
      String id,
      String label,
      String reference,
      AssetKind kind,
      Verdict verdict,
      List<Reason> reasons,
      List<CheckLine> checks,
      Optional<Verdict> previous) {
    public Device {
      reasons = List.copyOf(reasons);
      checks = List.copyOf(checks);
    }
  }

  /**
   * Why a piece of equipment is red.
   *
   * @param what in what way
   * @param problem what is wrong, in plain words
   * @param action what is being done about it
   * @param owner who does it
   */
  public record Reason(
      What what,
      String problem,
      Optional<String> action,
      Optional<Instant> since,
      Optional<String> owner,
      Optional<Instant> dueAt) {
    /** In what way a piece of equipment is not in order. */
    public enum What {
      /** A check found it. */
      PROBLEM,
      /** Monitoring reports it and has not taken it back. */
      MONITORING,
      /** A mandatory check was skipped. */
      SKIPPED,
      /** A mandatory check has no answer. */
      UNANSWERED,
      /** The regulation could not be put on the visit. */
      NOT_CHECKED
    }
  }

  /** One item of the regulation. */
  public record CheckLine(
      String itemId,
      String title,
      boolean mandatory,
      CheckState state,
      Optional<String> description,
      Optional<String> action,
      Optional<String> reason) {}

  /**
   * How much of what was asked was solved remotely since the visit before.
   *
   * @param resolved requests solved remotely
   * @param total requests that came through remote support or were solved remotely
   */
  public record RemoteShare(int resolved, int total) {}

  /**
   * A task that the client missed in an earlier report.
   *
   * @param title in the client's words
   * @param decision what the review came to, or that it was called off; stays when the dispute is
   *     closed; empty until it is decided, and in views that were frozen before it was kept
   * @param outcome what the review found, or why it was called off, for the client
   * @param taskState where the task stands that was created for it
   */
  public record Disputed(
      String id,
      String title,
      Instant openedAt,
      DisputeState state,
      Optional<DisputeState> decision,
      Optional<String> outcome,
      TaskState taskState) {
    public Disputed {
      // Absent in views that were frozen before it was kept.
      decision = decision == null ? Optional.empty() : decision;
    }
  }

  /**
   * An emergency visit since the visit before; it costs the client nothing.
   *
   * @param requestedAt when it was reported
   * @param dueBy until when somebody was promised to be there; empty for one that was raised before
   *     there was such a promise
   * @param arrivedAt when the engineer was there
   * @param minutesToArrival whole minutes from the request to the arrival, by the clock on the wall
   * @param minutesLate whole minutes begun after {@code dueBy}; 0 if the promise was kept
   * @param engineer who came
   * @param done titles of the tasks that were finished on it
   */
  public record Emergency(
      String visitId,
      Instant requestedAt,
      Optional<Instant> dueBy,
      Instant arrivedAt,
      int minutesToArrival,
      int minutesLate,
      Person engineer,
      List<String> done) {
    public Emergency {
      done = List.copyOf(done);
    }
  }

  /**
   * A piece of equipment that was found to be gone; it is not among the devices.
   *
   * @param label what people called it
   * @param reason what became of it
   */
  public record Gone(String id, String label, String reference, AssetKind kind, String reason) {}

  /**
   * A photo of a task. Its bytes never change, and are found by its id.
   *
   * @param taskId of one of the tasks
   * @param caption what is to be seen; may be blank
   * @param sha256 of the bytes in the size that reports show, 64 hexadecimal digits
   * @param width of the largest image that is kept, in pixels
   * @param height likewise
   */
  public record Photo(
      String id, String taskId, String caption, String sha256, int width, int height) {}
}
