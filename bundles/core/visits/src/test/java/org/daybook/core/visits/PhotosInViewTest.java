package org.daybook.core.visits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.daybook.api.photo.Photo;
import org.daybook.api.store.PhotoQuery;
import org.daybook.api.task.TaskState;
import org.daybook.api.visit.ClosedVisit;
import org.daybook.api.visit.Closing;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitKind;
import org.daybook.api.visit.VisitState;
import org.daybook.testkit.Examples;
import org.junit.Test;

public final class PhotosInViewTest {
  private final VisitsFixture world = new VisitsFixture();

  @Test
  public void theReportShowsWhatIsMarkedSo() {
    world.add(Examples.task());
    world.start();
    photo("photo-1", p -> p);
    photo("photo-2", p -> p.inReport(false));
    photo("photo-3", p -> p.removed(true));
    photo("photo-4", p -> p.taskId("another"));

    assertThat(world.view().photos())
        .containsExactly(
            new ClosedVisit.Photo(
                "photo-1", Examples.TASK_ID, "Новый вентилятор", "a".repeat(64), 1600, 1200));
  }

  @Test
  public void closingFixesAllPhotosOfTheTasks() {
    world.add(Examples.task());
    world.start();
    photo("photo-1", p -> p);
    photo("photo-2", p -> p.inReport(false));
    done();
    List<ClosedVisit.Photo> before = world.view().photos();

    assertThat(world.close()).isInstanceOf(Closing.Closed.class);

    assertThat(photos()).allMatch(p -> p.fixedVisitId().equals(Optional.of(Examples.VISIT_ID)));
    assertThat(world.view().photos()).isEqualTo(before).hasSize(1);
  }

  @Test
  public void anAttemptToCloseFixesNothing() {
    world.add(Examples.task());
    world.start();
    photo("photo-1", p -> p);
    assertThat(world.close()).isInstanceOf(Closing.StillOpen.class);
    assertThat(photos()).allMatch(p -> p.fixedVisitId().isEmpty());
  }

  @Test
  public void whatAReportBeforeHadIsNotShownAgain() {
    visit("visit-old", visit -> visit);
    world.add(Examples.task());
    world.start();
    photo(
        "photo-old",
        p -> p.fixedVisitId("visit-old").takenAt(Examples.NOW.minus(Duration.ofDays(15))));
    // Of an emergency visit in between: that was no report to the client.
    photo(
        "photo-emergency",
        p -> p.fixedVisitId("visit-emergency").takenAt(Examples.NOW.minus(Duration.ofDays(2))));
    photo("photo-waiting", p -> p.takenAt(Examples.NOW.minus(Duration.ofDays(20))));

    assertThat(world.view().photos())
        .extracting(ClosedVisit.Photo::id)
        .containsExactly("photo-emergency", "photo-waiting");
  }

  @Test
  public void theFirstReportOfANewSiteShowsNothingThatThoseOfOthersDid() {
    world.put(tx -> tx.sites().insert(Examples.site().toBuilder().id("site-2").build()));
    visit("visit-there", visit -> visit.siteId("site-2"));
    visit("visit-emergency", visit -> visit.kind(VisitKind.EMERGENCY));
    world.add(Examples.task());
    world.start();
    Instant before = Examples.NOW.minus(Duration.ofDays(14));
    photo("photo-there", p -> p.fixedVisitId("visit-there").takenAt(before));
    photo("photo-emergency", p -> p.fixedVisitId("visit-emergency").takenAt(before));
    photo("photo-waiting", p -> p.takenAt(before));

    assertThat(world.view().photos())
        .extracting(ClosedVisit.Photo::id)
        .containsExactly("photo-emergency", "photo-waiting");
  }

  /** Two weeks ago, until the day after. */
  private void visit(String id, UnaryOperator<Visit.Builder> change) {
    Visit.Builder visit =
        Examples.visit().toBuilder()
            .id(id)
            .state(VisitState.REPORTED)
            .plannedFor(Examples.NOW.minus(Duration.ofDays(14)))
            .arrivedAt(Examples.NOW.minus(Duration.ofDays(14)))
            .departedAt(Examples.NOW.minus(Duration.ofDays(13)));
    world.put(tx -> tx.visits().insert(change.apply(visit).build()));
  }

  private void photo(String id, UnaryOperator<Photo.Builder> change) {
    world.put(
        tx ->
            tx.photos()
                .insert(
                    change
                        .apply(Examples.photo().toBuilder().id(id).taskId(Examples.TASK_ID))
                        .build()));
  }

  private List<Photo> photos() {
    return world.store.read(tx -> tx.photos().all(PhotoQuery.everything()));
  }

  private void done() {
    world.change(Examples.TASK_ID, t -> t.state(TaskState.DONE).finishedAt(world.clock.instant()));
    world.answerAllOk();
  }
}
