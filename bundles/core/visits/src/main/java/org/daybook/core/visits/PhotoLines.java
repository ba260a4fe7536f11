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
  private final Optional<Instant> since;

  /**
   * @param since when the visit before ended
   */
  PhotoLines(Transaction tx, Visit visit, Optional<Instant> since) {
    this.tx = tx;
    this.visit = visit;
    this.since = since;
  }

  /** Those that the report shows and no report before did. */
  List<ClosedVisit.Photo> lines(List<VisitTask> tasks) {
    return photos(tasks).stream()
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
  void fix(List<VisitTask> tasks) {
    for (Photo photo : photos(tasks)) {
      if (photo.fixedVisitId().isEmpty()) {
        tx.photos().update(photo.toBuilder().fixedVisitId(visit.id()).build());
      }
    }
  }

  /** What an emergency visit in between fixed was in no report to the client. */
  private boolean isNew(Photo photo) {
    return photo.fixedVisitId().isEmpty()
        || photo.fixedVisitId().get().equals(visit.id())
        || since.filter(before -> !photo.takenAt().isAfter(before)).isEmpty();
  }

  private List<Photo> photos(List<VisitTask> tasks) {
    Set<String> ids = tasks.stream().map(VisitTask::id).collect(toSet());
    return ids.isEmpty()
        ? List.of()
        : tx.photos().all(PhotoQuery.builder().taskIds(ids).removed(false).build());
  }
}
