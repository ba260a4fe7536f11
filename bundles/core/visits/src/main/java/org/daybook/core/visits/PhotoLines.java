package org.daybook.core.visits;

import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.daybook.api.photo.Photo;
import org.daybook.api.store.PhotoQuery;
import org.daybook.api.store.Transaction;
import org.daybook.api.visit.ClosedVisit;
import org.daybook.api.visit.ClosedVisit.VisitTask;
import org.daybook.api.visit.Visit;

/** The photos of the tasks in one view. */
final class PhotoLines {
  private final Transaction tx;
  private final Visit visit;
  private final PreviousVisit previous;

  PhotoLines(Transaction tx, Visit visit, PreviousVisit previous) {
    this.tx = tx;
    this.visit = visit;
    this.previous = previous;
  }

  /** Those that the report shows and no report before did. */
  List<ClosedVisit.Photo> lines(List<VisitTask> tasks) {
    return photos(tx, tasks).stream()
        .filter(photo -> photo.inReport() && isNew(photo))
        .map(
            photo ->
                new ClosedVisit.Photo(
                    photo.id(),
                    photo.taskId(),
                    photo.caption(),
                    photo.sha256(),
                    photo.width(),
                    photo.height()))
        .toList();
  }

  /** From now on they stay as they are, those that the report does not show as well. */
  static void fix(Transaction tx, Visit closed, List<VisitTask> tasks) {
    for (Photo photo : photos(tx, tasks)) {
      if (photo.fixedVisitId().isEmpty()) {
        tx.photos().update(photo.toBuilder().fixedVisitId(closed.id()).build());
      }
    }
  }

  /** What an emergency visit in between fixed was in no report to the client. */
  private boolean isNew(Photo photo) {
    return photo
        .fixedVisitId()
        .filter(id -> !id.equals(visit.id()))
        .flatMap(this::shownUntil)
        .filter(until -> !photo.takenAt().isAfter(until))
        .isEmpty();
  }

  /**
   * Until when reports showed what another visit fixed. At the first visit to a new site, what came
   * here from another one was shown there, and what an emergency here fixed was not.
   */
  private Optional<Instant> shownUntil(String visitId) {
    return previous.since().or(() -> isHere(visitId) ? Optional.empty() : previous.told());
  }

  private boolean isHere(String visitId) {
    return tx.visits()
        .find(visitId)
        .filter(other -> other.siteId().equals(visit.siteId()))
        .isPresent();
  }

  private static List<Photo> photos(Transaction tx, List<VisitTask> tasks) {
    Set<String> ids = tasks.stream().map(VisitTask::id).collect(toSet());
    return ids.isEmpty()
        ? List.of()
        : tx.photos().all(PhotoQuery.builder().taskIds(ids).removed(false).build());
  }
}
