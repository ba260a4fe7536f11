package org.daybook.core.photos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.daybook.api.access.Actor;
import org.daybook.api.access.Role;
import org.daybook.api.error.FieldError;
import org.daybook.api.error.ForbiddenException;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.error.RefusedException;
import org.daybook.api.error.StaleVersionException;
import org.daybook.api.error.UnavailableException;
import org.daybook.api.photo.Photo;
import org.daybook.api.photo.PhotoDraft;
import org.daybook.api.photo.PhotoSize;
import org.daybook.api.photo.Photos;
import org.daybook.api.store.PhotoQuery;
import org.daybook.api.task.Task;
import org.daybook.api.task.TaskState;
import org.daybook.api.visit.VisitState;
import org.daybook.testkit.Examples;
import org.daybook.testkit.InMemoryStore;
import org.daybook.testkit.SettableClock;
import org.junit.Before;
import org.junit.Test;

public final class PhotosServiceTest {
  private static final Actor OTHER = new Actor("staff-other", "Савва Лопухов", Role.ENGINEER);
  private static final byte[] IMAGE = Images.jpeg(200, 100);
  private static final PhotoDraft DRAFT = new PhotoDraft(" Новый вентилятор ", true);
  private static final OptionalLong ANY = OptionalLong.empty();

  private final SettableClock clock = new SettableClock();
  private final InMemoryStore store = new InMemoryStore(clock);
  private final Photos photos = new PhotosService(store, clock);
  private final String taskId = Examples.task().id();

  @Before
  public void fillStore() {
    store.prepare(
        tx -> {
          Examples.directory(tx);
          tx.visits().insert(Examples.visit().toBuilder().state(VisitState.ON_SITE).build());
          tx.tasks()
              .insert(
                  Examples.task().toBuilder()
                      .state(TaskState.IN_PROGRESS)
                      .visitId(Examples.VISIT_ID)
                      .engineerId(Examples.ENGINEER_ID)
                      .specialistId(Optional.empty())
                      .build());
        });
  }

  @Test
  public void aPhotoIsKeptWithWhoAndWhen() {
    Photo photo = add();
    assertThat(photo.caption()).isEqualTo("Новый вентилятор");
    assertThat(photo.inReport()).isTrue();
    assertThat(photo.takenBy()).isEqualTo(Examples.ENGINEER_ID);
    assertThat(photo.takenAt()).isEqualTo(clock.instant());
    byte[] full = photos.content(Examples.ENGINEER, photo.id(), PhotoSize.FULL);
    assertThat(photo.bytes()).isEqualTo(full.length);
    assertThat(photo.sha256())
        .isEqualTo(Sha256.of(photos.content(Examples.ADMIN, photo.id(), PhotoSize.REPORT)));
    assertThat(photos.list(Examples.ENGINEER, taskId)).containsExactly(photo);
    assertThat(Images.read(photos.content(Examples.MANAGER, photo.id(), PhotoSize.THUMBNAIL)))
        .isNotNull();
  }

  @Test
  public void whatIsWrongIsNamedAndNothingIsKept() {
    refused("<svg/>".getBytes(java.nio.charset.StandardCharsets.US_ASCII), DRAFT, "body");
    refused(Images.claiming(50_000, 50_000), DRAFT, "body");
    refused(IMAGE, new PhotoDraft("я".repeat(301), true), "caption");
    refused(IMAGE, new PhotoDraft("a\nb", true), "caption");
    assertThat(photos.list(Examples.MANAGER, taskId)).isEmpty();
  }

  @Test
  public void whoGetsNoPlaceToDrawIsSentAwayAfterASecondAtMost() {
    List<Duration> waits = new ArrayList<>();
    PhotosService busy = new PhotosService(store, clock, taken(waits));
    assertThatThrownBy(() -> busy.add(Examples.ENGINEER, taskId, IMAGE, DRAFT))
        .isInstanceOf(UnavailableException.class);
    assertThat(waits)
        .singleElement()
        .satisfies(wait -> assertThat(wait).isLessThanOrEqualTo(Duration.ofSeconds(1)));
    assertThat(photos.list(Examples.ENGINEER, taskId)).isEmpty();
  }

  @Test
  public void thePlaceIsFreeAgainWhateverBecameOfThePhoto() {
    PhotosService one = new PhotosService(store, clock, new Semaphore(1));
    assertThatThrownBy(() -> one.add(Examples.ENGINEER, taskId, new byte[] {1}, DRAFT))
        .isInstanceOf(InvalidInputException.class);
    one.add(Examples.ENGINEER, taskId, IMAGE, DRAFT);
    one.add(Examples.ENGINEER, taskId, IMAGE, DRAFT);
    assertThat(photos.list(Examples.ENGINEER, taskId)).hasSize(2);
  }

  @Test
  public void thereIsRoomForTwenty() {
    for (int i = 0; i < Photos.MOST_PER_TASK; i++) {
      add();
    }
    assertThatThrownBy(this::add).isInstanceOf(RefusedException.class).hasMessageContaining("20");
    Photo first = photos.list(Examples.ENGINEER, taskId).get(0);
    photos.remove(Examples.ENGINEER, first.id(), ANY);
    add();
  }

  @Test
  public void whatIsSaidOfItCanBeChanged() {
    Photo photo = add();
    Photo changed =
        photos.change(
            Examples.MANAGER, photo.id(), OptionalLong.of(1), new PhotoDraft("Старый", false));
    assertThat(changed.caption()).isEqualTo("Старый");
    assertThat(changed.inReport()).isFalse();
    assertThatThrownBy(
            () -> photos.change(Examples.ENGINEER, photo.id(), OptionalLong.of(1), DRAFT))
        .isInstanceOf(StaleVersionException.class);
    assertThat(photos.find(Examples.ENGINEER, photo.id())).isEqualTo(changed);
  }

  @Test
  public void whatIsTakenAwayIsGoneWithItsBytes() {
    Photo photo = add();
    photos.remove(Examples.ENGINEER, photo.id(), ANY);
    photos.remove(Examples.ENGINEER, photo.id(), ANY);
    assertThat(photos.list(Examples.ENGINEER, taskId)).isEmpty();
    assertThatThrownBy(() -> photos.content(Examples.ENGINEER, photo.id(), PhotoSize.FULL))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> photos.change(Examples.ENGINEER, photo.id(), ANY, DRAFT))
        .isInstanceOf(NotFoundException.class);
    Optional<byte[]> left = store.read(tx -> tx.photoContent(photo.id(), PhotoSize.REPORT));
    assertThat(left).isEmpty();
    List<Photo> all = store.read(tx -> tx.photos().all(PhotoQuery.everything()));
    assertThat(all).singleElement().matches(Photo::removed);
  }

  @Test
  public void onlyWhoWorksOnTheTaskPutsInAndChanges() {
    Photo photo = add();
    for (Actor actor : List.of(OTHER, Examples.SUPPORT, Examples.SPECIALIST)) {
      forbidden(() -> photos.add(actor, taskId, IMAGE, DRAFT));
      forbidden(() -> photos.change(actor, photo.id(), ANY, DRAFT));
      forbidden(() -> photos.remove(actor, photo.id(), ANY));
    }
    handOver();
    photos.add(Examples.SPECIALIST, taskId, IMAGE, DRAFT);
    photos.add(Examples.MANAGER, taskId, IMAGE, DRAFT);
  }

  @Test
  public void onlyWhoMaySeeTheTaskSeesThem() {
    Photo photo = add();
    for (Actor actor : List.of(OTHER, Examples.SPECIALIST)) {
      forbidden(() -> photos.list(actor, taskId));
      forbidden(() -> photos.find(actor, photo.id()));
      forbidden(() -> photos.content(actor, photo.id(), PhotoSize.FULL));
    }
    assertThat(photos.list(Examples.SUPPORT, taskId)).hasSize(1);
    handOver();
    assertThat(photos.list(Examples.SPECIALIST, taskId)).hasSize(1);
    task(t -> t.toBuilder().state(TaskState.CARRIED_OVER).specialistId(Optional.empty()).build());
    assertThat(photos.list(OTHER, taskId)).as("whoever comes next may take it").hasSize(1);
  }

  @Test
  public void whatTheVisitFixedStaysAsItIs() {
    Photo photo = add();
    store.prepare(
        tx -> tx.photos().update(photo.toBuilder().fixedVisitId(Examples.VISIT_ID).build()));
    for (Actor actor : List.of(Examples.ENGINEER, Examples.ADMIN)) {
      assertThatThrownBy(() -> photos.change(actor, photo.id(), ANY, DRAFT))
          .isInstanceOf(RefusedException.class);
      assertThatThrownBy(() -> photos.remove(actor, photo.id(), ANY))
          .isInstanceOf(RefusedException.class);
    }
  }

  @Test
  public void aTaskThatEndedOnAClosedVisitGetsNoMore() {
    closeVisit();
    task(t -> t.toBuilder().state(TaskState.DONE).finishedAt(Examples.NOW).build());
    assertThatThrownBy(this::add).isInstanceOf(RefusedException.class);
    task(t -> t.toBuilder().finishedAt(Examples.NOW.plus(Duration.ofDays(2))).build());
    add();
    task(t -> t.toBuilder().state(TaskState.CARRIED_OVER).finishedAt(Optional.empty()).build());
    add();
  }

  @Test
  public void nothingIsThereForWhatIsNot() {
    assertThatThrownBy(() -> photos.add(Examples.MANAGER, "none", IMAGE, DRAFT))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> photos.list(Examples.MANAGER, "none"))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> photos.content(Examples.MANAGER, "none", PhotoSize.FULL))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> photos.remove(Examples.MANAGER, "none", ANY))
        .isInstanceOf(NotFoundException.class);
  }

  /** Places that nobody gets, and how long each would have waited for one. */
  private static Semaphore taken(List<Duration> waits) {
    return new Semaphore(0) {
      @Override
      public boolean tryAcquire(long timeout, TimeUnit unit) {
        waits.add(Duration.of(timeout, unit.toChronoUnit()));
        return false;
      }
    };
  }

  private Photo add() {
    return photos.add(Examples.ENGINEER, taskId, IMAGE, DRAFT);
  }

  private void handOver() {
    task(
        t ->
            t.toBuilder()
                .state(TaskState.HANDED_OVER)
                .specialistId(Examples.SPECIALIST.id())
                .build());
  }

  private void closeVisit() {
    store.prepare(
        tx ->
            tx.visits()
                .update(
                    tx.visits().find(Examples.VISIT_ID).orElseThrow().toBuilder()
                        .state(VisitState.CLOSED)
                        .arrivedAt(Examples.NOW)
                        .departedAt(Examples.NOW.plus(Duration.ofHours(5)))
                        .build()));
  }

  private void task(UnaryOperator<Task> change) {
    store.prepare(tx -> tx.tasks().update(change.apply(tx.tasks().find(taskId).orElseThrow())));
  }

  private void refused(byte[] bytes, PhotoDraft draft, String field) {
    InvalidInputException e =
        catchThrowableOfType(
            InvalidInputException.class, () -> photos.add(Examples.ENGINEER, taskId, bytes, draft));
    assertThat(e.errors()).extracting(FieldError::field).containsExactly(field);
  }

  private static void forbidden(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(ForbiddenException.class);
  }
}
